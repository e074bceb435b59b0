use super::*;
use crate::finding::{Blocks, Rule, Waived};
use crate::report::Status;

static LACKS: Rule = Rule::error("ho-so/thieu-thanh-phan")
    .text("Hồ sơ phải đủ thành phần.", "lập văn bản còn thiếu")
    .blocking(Blocks::List);
static BARE: Rule = Rule::warning("khop/ten");

#[test]
fn check_follows_the_contract() {
    let place = Place::new("records/a.yaml", "a: 1\nđây: \"x\"\n", 12..15);
    let mut lacks = Finding::new(&LACKS, "thiếu “Báo cáo”").at(place).unit("long-thuy").paper("bao_cao/tap-the");
    lacks.waived = Some(Waived { reason: "đã nộp bản giấy".into(), by: "Phạm Văn C".into() });
    let all = [lacks, Finding::new(&BARE, "khác tên").at(Place::file("records/b.yaml"))];
    insta::assert_snapshot!(check(&all), @r#"
    {
      "findings": [
        {
          "code": "ho-so/thieu-thanh-phan",
          "severity": "error",
          "message": "thiếu “Báo cáo”",
          "file": "records/a.yaml",
          "line": 2,
          "column": 6,
          "clause": null,
          "help": "lập văn bản còn thiếu",
          "unit": "long-thuy",
          "blocks": "danh_sach",
          "paper": "bao_cao/tap-the",
          "waived": {
            "reason": "đã nộp bản giấy",
            "by": "Phạm Văn C"
          }
        },
        {
          "code": "khop/ten",
          "severity": "warning",
          "message": "khác tên",
          "file": "records/b.yaml",
          "line": null,
          "column": null,
          "clause": null,
          "help": null,
          "unit": null,
          "blocks": null,
          "paper": null,
          "waived": null
        }
      ]
    }
    "#);
    assert!(check(&all).ends_with("}\n"));
}

#[test]
fn build_follows_the_contract() {
    let built = DocumentRow {
        unit: Some("long-thuy".into()),
        kind: "bao_cao_thanh_tich".into(),
        nominee: Some("tap-the".into()),
        path: "output/phuoc-long-2021/long-thuy/bao_cao_thanh_tich-tap-the.pdf".into(),
        sha256: Some("e3b0c442".into()),
        pages: Some(2),
        status: Status::Built,
    };
    let failed =
        DocumentRow { nominee: None, unit: None, sha256: None, pages: None, status: Status::Failed, ..built.clone() };
    insta::assert_snapshot!(build(&[built, failed], &[]), @r#"
    {
      "documents": [
        {
          "unit": "long-thuy",
          "kind": "bao_cao_thanh_tich",
          "path": "output/phuoc-long-2021/long-thuy/bao_cao_thanh_tich-tap-the.pdf",
          "sha256": "e3b0c442",
          "pages": 2,
          "status": "built",
          "nominee": "tap-the"
        },
        {
          "unit": null,
          "kind": "bao_cao_thanh_tich",
          "path": "output/phuoc-long-2021/long-thuy/bao_cao_thanh_tich-tap-the.pdf",
          "sha256": null,
          "pages": null,
          "status": "failed",
          "nominee": null
        }
      ],
      "findings": []
    }
    "#);
}
