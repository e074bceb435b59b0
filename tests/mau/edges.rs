//! What a sample does not show as it is: where lines end, and names far longer than any office bears.

use serde_json::json;

use super::{data, in_order, set, tight};

const LONG: &str = "Trung tâm Văn hóa, Thông tin, Thể thao và Truyền thanh, Phát triển nông nghiệp và Kế hoạch hóa gia đình, \
                    Bảo vệ môi trường, Chuyển đổi số và Phục vụ hành chính công khu vực phía Bắc thị xã Phước Long";

/// A number stays with its word, a symbol in one piece, a mark and "./." at their word, wherever a line ends.
#[test]
fn what_belongs_together_stays_on_one_line() {
    let (mut grounds, mut plan, mut invitation) = (data("mau_1_2"), data("mau_1_4"), data("mau_1_7"));
    let pushed = |n: usize| format!("{}Điều 1 khoản 2 số 12/QĐ-UBND ngày 05", "a ".repeat(n));
    grounds["van_ban"]["can_cu"] = (1..60).map(pushed).collect::<Vec<_>>().into();
    plan["lich"] = (1..30).map(|n| json!({"ngay": "08/3", "don_vi": "A", "van_ban": pushed(n)})).collect();
    let mut pages = set("can-cu", "mau_1_2", &grounds);
    pages.extend(set("bang", "mau_1_4", &plan));
    for n in 1..60 {
        invitation["luu_y"] = json!(format!("{}cùng", "a ".repeat(n)));
        pages.extend(set("het", "mau_1_7", &invitation));
    }
    let lines: Vec<_> = pages.iter().flat_map(|page| page.lines()).map(tight).filter(|line| !line.is_empty()).collect();
    let broken = |line: &&String| {
        let parted = ["Điều", "khoản", "số", "12/", "-", "ngày"].iter().any(|end| line.ends_with(end));
        parted || line.starts_with(['.', ';', '/'])
    };
    assert_eq!(lines.iter().filter(broken).collect::<Vec<_>>(), <Vec<&String>>::new());
    // The reader does tell lines apart.
    assert!(lines.iter().any(|line| line.starts_with("ngày05")) && lines.iter().any(|line| line == "acùng./."));
}

/// The proof of form measures each of them: nothing leaves its margin, meets another text or breaks a rule.
#[test]
fn a_name_of_two_hundred_characters_fits_wherever_names_stand() {
    let mut letter = data("mau_1_5");
    let head = &mut letter["van_ban"];
    head["co_quan"] = json!({"cap_tren": LONG, "ten": LONG});
    head["trich_yeu"] = json!(LONG);
    head["kinh_gui"] = json!([LONG]);
    head["noi_nhan"] = json!(["Như trên", LONG, "Lưu: VT"]);
    head["nguoi_ky"] =
        json!({"dong": [format!("TM. {LONG}"), "Giám đốc"], "chuc_vu_khac": LONG, "ho_ten": "Nguyễn Văn A"});
    head["dia_chi"] = json!([LONG, LONG]);
    head["luu_hanh"] = json!("Không phổ biến trên các phương tiện thông tin đại chúng");
    head["do_mat"] = json!("Tuyệt mật");
    head["do_khan"] = json!("Hoả tốc hẹn giờ");
    let pages = set("dai-cong-van", "mau_1_5", &letter);
    in_order(&pages[0], &["KHÔNG PHỔ BIẾN", "TUYỆT MẬT", "HOẢ TỐC HẸN GIỜ", "Kính gửi: Trung tâm"]);

    let mut minutes = data("mau_1_9");
    minutes["hop"]["chu_tri"] = json!(LONG);
    set("dai-bien-ban", "mau_1_9", &minutes);

    let mut regulation = data("mau_1_3");
    regulation["van_ban"]["co_quan"]["ten"] = json!(LONG);
    regulation["quy_che"]["trich_yeu"] = json!(LONG);
    set("dai-quy-che", "mau_1_3", &regulation);

    let mut copy = data("mau_3_1");
    copy["sao"]["co_quan"]["ten"] = json!(LONG);
    set("dai-ban-sao", "mau_3_1", &copy);
    let mut electronic = data("mau_3_2");
    electronic["sao"]["co_quan"] = json!(LONG);
    electronic["sao"]["ngay"] = json!("");
    let pages = set("dai-ban-sao-dien-tu", "mau_3_2", &electronic);
    in_order(&pages[0], &["SAO Y; Trung tâm", "/ / ; 09:05:00 +07:00", "CỘNG HÒA"]);
}

/// A row that opens a group never stands last on a page, and a compound in a narrow cell is not torn.
#[test]
fn a_group_keeps_to_its_first_row_and_a_compound_to_its_line() {
    let mut paper = data("mau_1_4");
    let mut split = 0;
    for rows in 20..48 {
        paper["hang"] = (1..=rows).map(|n| json!(n.to_string())).collect();
        paper["chuc_vu"] = json!("Người");
        let pages = set("bang-nhom", "bang_nhom", &paper);
        let page = |words: &str| pages.iter().position(|page| tight(page).contains(&tight(words))).unwrap();
        assert_eq!(page("Nhóm sau"), page("Sau Đơn vị"), "{rows} rows");
        split += usize::from(page("Nhóm sau") > 0);
    }
    assert!(split > 0 && split < 28, "the group stood on both pages: {split}");
    for n in 1..24 {
        paper["hang"] = json!(["1"]);
        paper["chuc_vu"] = json!(format!("{}Công chức Địa chính xã Đông Hải", "a ".repeat(n)));
        let pages = set("tu-ghep", "bang_nhom", &paper);
        let torn = |line: &str| ["công", "địa", "đông"].iter().any(|end| line.trim().to_lowercase().ends_with(end));
        assert!(!pages.iter().flat_map(|page| page.lines()).any(torn), "{n}: {pages:?}");
    }
}

/// Groups without a row of their own are set as well, wherever they stand.
#[test]
fn a_group_may_be_empty() {
    let mut paper = data("mau_1_4");
    paper["chuc_vu"] = json!("Người");
    for rows in [json!(["nhóm"]), json!(["nhóm", "nhóm"]), json!(["1", "nhóm", "nhóm"]), json!(["nhóm", "1", "nhóm"])]
    {
        paper["hang"] = rows;
        in_order(&set("nhom-rong", "bang_nhom", &paper).concat(), &["STT", "Nhóm trước", "Nhóm sau", "Sau"]);
    }
}
