//! The plan that launches the campaign: rebuilt from records it is the plan as it was written, but for what is listed; its
//! figures are the record's; its faults are told at their lines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod bodies;
mod issued;
mod rules;
#[path = "../support/mod.rs"]
mod support;

use support::*;

/// The plan as its office wrote it, a paragraph a line; who signed it is left out.
const ORIGINAL: &str = include_str!("ban-goc.txt");

/// Where it was normalised: what the original says, and what stands here instead.
fn deviations() -> Vec<(String, String)> {
    let notes = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("records/phuoc-long-2021/GHI-CHU.md"),
    )
    .unwrap();
    let table = notes.split("| Ký hiệu | Bản gốc viết | Kế hoạch ở đây viết |").nth(1).unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 3, "{line}");
        (cells[1].to_owned(), cells[2].to_owned())
    };
    table.lines().skip(2).take_while(|line| line.starts_with('|')).map(row).collect()
}

/// Without white space: the reader guesses blanks from distances.
fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The words of a laid-out paper without its page numbers.
fn printed(document: &hoso::plan::Document) -> String {
    let pdf = PROGRAM.engine.render(&job(document)).unwrap();
    assert!(pdf.findings.is_empty(), "{:#?}", pdf.findings);
    let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf.bytes).unwrap();
    let mut number = 0;
    let body = |page: &String| {
        let page = dense(page);
        // An annex is numbered from 1 again.
        number = if page.starts_with("Phụlục") { 1 } else { number + 1 };
        if number == 1 { page } else { page.strip_prefix(&number.to_string()).expect("a page number").to_owned() }
    };
    pages.iter().map(body).collect()
}

#[test]
fn the_plan_is_the_original_but_for_what_is_listed() {
    let mut text = ORIGINAL
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .fold(String::from("¶"), |text, line| format!("{text}{line}¶"));
    for (original, here) in deviations() {
        assert!(text.contains(&original), "listed, but the original has no “{original}”");
        assert_ne!(original, here);
        text = text.replace(&original, &here);
    }
    let paragraphs: Vec<&str> = text.split('¶').filter(|line| !line.is_empty()).collect();
    let checked = Records::phuoc_long().check();
    let printed = printed(checked.document("ke_hoach.pdf"));
    let (head, mut rest) = printed.split_at(printed.find("Số:").unwrap());
    assert_eq!(
        head,
        dense("ỦY BAN NHÂN DÂN THỊ XÃ PHƯỚC LONG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc")
    );
    let end = paragraphs.iter().position(|line| line.ends_with("./.")).unwrap();
    for paragraph in &paragraphs[..=end] {
        let expected = dense(paragraph);
        let Some(after) = rest.strip_prefix(&expected) else {
            let here: String = rest.chars().take(expected.chars().count() + 40).collect();
            panic!("paragraph of the original, with what is listed:\n{expected}\nprinted here:\n{here}");
        };
        rest = after;
    }
    // Signature and recipients stand side by side, so either may be read first.
    let mut rest = rest.to_owned();
    for paragraph in &paragraphs[end + 1..] {
        let expected = dense(paragraph);
        assert!(rest.contains(&expected), "“{paragraph}” is not printed: {rest}");
        rest = rest.replacen(&expected, "", 1);
    }
    assert_eq!(rest, "", "printed, but not in the original");
}

/// A plan without number and day is a draft, and cited as such; with them it is cited by them.
#[test]
fn a_plan_is_a_draft_until_it_has_its_number() {
    let plan = |records: &Records| records.check().document("ke_hoach.pdf").clone();
    let shipped = Records::phuoc_long();
    assert!(plan(&shipped).draft && !plan(&shipped).blocked);
    let numbered = shipped.set(CAMPAIGN, "ke_hoach.so", "61").set(CAMPAIGN, "ke_hoach.ngay", "2021-04-26");
    let checked = numbered.check();
    let document = checked.document("ke_hoach.pdf");
    assert!(!document.draft);
    assert!(printed(document).contains("Số:61/KH-UBNDPhướcLong,ngày26tháng4năm2021"));
    let proposal = &checked.document("long-thuy/to_trinh.pdf").data["phong_trao"]["ke_hoach"];
    assert_eq!(proposal, "Kế hoạch số 61/KH-UBND ngày 26 tháng 4 năm 2021 của Ủy ban nhân dân thị xã Phước Long");
}

/// The record is the one place that says how long, how many, who.
#[test]
fn figures_of_the_plan_are_those_of_the_record() {
    let text = |records: Records| printed(records.check().document("ke_hoach.pdf"));
    let other = Records::phuoc_long()
        .set(CAMPAIGN, "han_nop.ngay", "2021-12-20")
        .set(CAMPAIGN, "han_nop.ke_ca", "true")
        .set(CAMPAIGN, "so_luong.giay_khen[2].ca_nhan", "9")
        .set(CAMPAIGN, "ten", "Phong trào thi đua “Một * hai_ba”");
    let text = text(other);
    for words in ["thịxã)đếnhếtngày20/12/2021.", "tặngGiấykhencho09cánhân", "môhìnhmớitrongphongtràothiđua“Một*hai_ba”"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
}

/// The body is the plan's own file: without it the plan is only cited.
#[test]
fn a_campaign_without_the_file_cites_its_plan_only() {
    let checked = Records::phuoc_long().remove(PLAN).check();
    assert!(checked.documents.iter().all(|document| document.kind != "ke_hoach"));
    assert!(checked.documents.iter().any(|document| document.kind == "to_trinh"));
}
