use super::*;

static LACKS: Rule = Rule::error("ho-so/thieu-thanh-phan")
    .text(
        "Hồ sơ đã nộp phải có đủ các văn bản mà kế hoạch của phong trào yêu cầu, kể cả văn bản lập cho từng người được đề nghị.",
        "lập văn bản còn thiếu rồi ghi vào `ho_so`",
    )
    .by("khoản 5 Mục II Kế hoạch")
    .blocking(Blocks::List)
    .example("ho_so:\n  to_trinh: {so: 15}\n  # không có trich_bien_ban");
static LATE: Rule = Rule::warning("ho-so/qua-han").text("Hồ sơ nộp đúng hạn.", "");
static SYNTAX: Rule = Rule::error("yaml/cu-phap").text("Bản ghi phải đúng cú pháp YAML.", "xem lại dấu hai chấm");
static OTHER: Rule = Rule::error("khac/gi-do").text("Việc khác.", "sửa").blocking(Blocks::Numbering);
static ALL: &[&Rule] = &[&LACKS, &LATE, &OTHER, &SYNTAX];

#[test]
fn one_rule() {
    insta::assert_snapshot!(rule(&LACKS, &Style::PLAIN), @"
    ho-so/thieu-thanh-phan (lỗi)
    Hồ sơ đã nộp phải có đủ các văn bản mà kế hoạch của phong trào yêu cầu, kể cả
    văn bản lập cho từng người được đề nghị.

    Căn cứ:   khoản 5 Mục II Kế hoạch
    Hệ quả:   hồ sơ có lỗi này chưa được đưa vào danh sách trình; kết quả xét có lỗi
              này chưa lập tờ trình, quyết định, giấy khen, thông báo; văn bản khác
              vẫn được lập
    Cách sửa: lập văn bản còn thiếu rồi ghi vào `ho_so`

    Ví dụ vi phạm:
      ho_so:
        to_trinh: {so: 15}
        # không có trich_bien_ban
    ");
    insta::assert_snapshot!(rule(&LATE, &Style::PLAIN), @r"
    ho-so/qua-han (cảnh báo)
    Hồ sơ nộp đúng hạn.

    Căn cứ:   quy ước (không có điều khoản)
    Hệ quả:   không chặn việc nào; chỉ để người phụ trách xem xét
    ");
}

#[test]
fn all_rules_by_family() {
    insta::assert_snapshot!(list(ALL, &Style::PLAIN), @r"
    Đọc bản ghi (yaml/…)
      yaml/cu-phap (lỗi)
          Bản ghi phải đúng cú pháp YAML.

    Thành phần và tình trạng hồ sơ (ho-so/…)
      ho-so/thieu-thanh-phan (lỗi)
          Hồ sơ đã nộp phải có đủ các văn bản mà kế hoạch của phong trào yêu cầu, kể
          cả văn bản lập cho từng người được đề nghị.
      ho-so/qua-han (cảnh báo)
          Hồ sơ nộp đúng hạn.

    khac
      khac/gi-do (lỗi)
          Việc khác.

    Xem chi tiết một mã: hoso explain MÃ
    ");
}

#[test]
fn unknown_codes_get_near_ones() {
    let say = |code: &str| unknown(code, ALL, &Style::PLAIN);
    insta::assert_snapshot!(say("ho-so/qua-hn"), @"không có mã `ho-so/qua-hn`; có phải là `ho-so/qua-han`?");
    insta::assert_snapshot!(say("Quá_Hạn"), @"không có mã `Quá_Hạn`; có phải là `ho-so/qua-han`?");
    insta::assert_snapshot!(say("van-ban/cu-phap"), @"không có mã `van-ban/cu-phap`; có phải là `yaml/cu-phap`?");
    insta::assert_snapshot!(say("lung\u{1b}tung"), @"không có mã `lung␛tung`; chạy `hoso explain` để xem mọi mã");
}

#[test]
fn a_word_that_resembles_no_code_gets_none() {
    let rules = crate::rules();
    for code in ["lol", "x", "abc", "help"] {
        assert!(nearest(code, &rules).is_empty(), "{code}: {:?}", nearest(code, &rules));
    }
    assert_eq!(nearest("bon", &rules), ["yaml/bom"]);
}

#[test]
fn every_rule_of_the_program_can_be_explained() {
    let rules = crate::rules();
    for known in &rules {
        let text = rule(known, &Style::PLAIN);
        assert!(text.starts_with(known.code) && text.contains("Căn cứ:"), "{text}");
        let known_family = FAMILIES.iter().any(|(family, _)| *family == known.family());
        assert!(known_family, "{} has no heading", known.family());
    }
    assert_eq!(
        list(&rules, &Style::PLAIN).matches(" (lỗi)\n").count(),
        rules.iter().filter(|r| r.severity == crate::finding::Severity::Error).count()
    );
}
