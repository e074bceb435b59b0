//! Names and posts: one person is written in one way throughout a dossier.

use insta::assert_snapshot;

use crate::support::*;
use crate::{after, helps_after};

fn extract(path: &str) -> String {
    format!("ho_so.trich_bien_ban.{path}")
}

const SIGNER: &str = "ho_so.bao_cao_thanh_tich.tap-the.nguoi_ky";

#[test]
fn one_head_with_two_names() {
    let other = |r: Records| r.set(SCHOOL, SIGNER, "{chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cọi}");
    assert_snapshot!(after(other), @"don-vi/truong-hoa-mai.yaml:58:48: cảnh báo[khop/ho-ten-lech]: chức vụ “Hiệu trưởng” đi với hai họ tên khác nhau trong hồ sơ: “Đinh Văn Cọi” và “Đinh Văn Cội” ⟨truong-hoa-mai · bao_cao_thanh_tich/tap-the⟩");
    // The proposal alone has it wrong.
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.nguoi_ky.ho_ten", "Đinh Văn Cọi")), @"don-vi/truong-hoa-mai.yaml:39:46: cảnh báo[khop/ho-ten-lech]: chức vụ “Hiệu trưởng” đi với hai họ tên khác nhau trong hồ sơ: “Đinh Văn Cọi” và “Đinh Văn Cội” ⟨truong-hoa-mai · to_trinh⟩");
    // The same name with the mark of the tone at another place is one person, spelt in two ways; said once.
    let accents = |r: Records| {
        r.replace(SCHOOL, "Đinh Văn Cội", "Đinh Thị Hoà").replace(
            SCHOOL,
            "chu_tri: Đinh Thị Hoà",
            "chu_tri: Đinh Thị Hòa",
        )
    };
    assert_snapshot!(after(accents), @"don-vi/truong-hoa-mai.yaml:48:16: cảnh báo[khop/ho-ten-lech]: họ tên của một người đặt dấu thanh ở hai chỗ khác nhau trong hồ sơ: “Đinh Thị Hòa” và “Đinh Thị Hoà” ⟨truong-hoa-mai · trich_bien_ban⟩");
    // Capitals are no other spelling.
    assert_eq!(after(|r| r.replace(SCHOOL, "chu_tri: Đinh Văn Cội", "chu_tri: ĐINH VĂN CỘI")), "");
    // Nor is a title, which is told by itself.
    assert_snapshot!(after(|r| r.set(SCHOOL, SIGNER, "{chuc_vu: Hiệu trưởng, ho_ten: ThS. Đinh Văn Cội}")), @"don-vi/truong-hoa-mai.yaml:58:48: cảnh báo[van-ban/hoc-ham]: trước họ tên người ký có “ThS” ⟨truong-hoa-mai · bao_cao_thanh_tich/tap-the⟩");
    // Who leads the meeting may name the unit with the post.
    let chair = |r: Records, post: &str| {
        r.set(SCHOOL, &extract("hop.chu_tri"), "Lý Văn Bút").set(SCHOOL, &extract("hop.chuc_vu_chu_tri"), post)
    };
    assert_snapshot!(after(|r| chair(r, "Hiệu trưởng Trường Tiểu học Hoa Mai")), @"don-vi/truong-hoa-mai.yaml:48:16: cảnh báo[khop/ho-ten-lech]: chức vụ “Hiệu trưởng Trường Tiểu học Hoa Mai” đi với hai họ tên khác nhau trong hồ sơ: “Lý Văn Bút” và “Đinh Văn Cội” ⟨truong-hoa-mai · trich_bien_ban⟩");
    assert_eq!(after(|r| chair(r, "Chủ tịch Công đoàn")), "");
}

#[test]
fn two_deputies_are_two_people_unless_only_the_marks_differ() {
    let deputy = |r: Records, name: &str| r.set(STATION, "ho_so.trich_bien_ban.nguoi_ky.ho_ten", name);
    assert_eq!(after(|r| deputy(r, "Kiều Thị Liên")), "");
    assert_snapshot!(after(|r| deputy(r, "Kiều Thị Lân")), @"don-vi/tram-y-te.yaml:37:90: cảnh báo[khop/ho-ten-lech]: chức vụ “Phó Trưởng trạm” đi với hai họ tên chỉ khác dấu trong hồ sơ: “Kiều Thị Lân” và “Kiều Thị Lan” ⟨tram-y-te · trich_bien_ban⟩");
}

#[test]
fn a_nominee_has_one_post_too() {
    let scribe = |r: Records| r.set(SCHOOL, &extract("hop.thu_ky"), "Bùi Thị Sen");
    assert_snapshot!(after(scribe), @"don-vi/truong-hoa-mai.yaml:51:23: cảnh báo[khop/chuc-vu-lech]: chức vụ của Bùi Thị Sen ghi khác nhau trong hồ sơ: “Giáo viên” và “Văn thư” ⟨truong-hoa-mai · trich_bien_ban⟩");
    let two = "Bí thư Chi bộ, Văn thư";
    assert_eq!(after(|r| scribe(r).set(SCHOOL, "de_nghi[bui-thi-sen].chuc_vu", two)), "");
    // Of two namesakes nobody can tell which one is meant.
    let namesake = "- {ma: bui-thi-sen-2, loai: ca_nhan, ten: Bùi Thị Sen";
    let two = scribe(Records::small()).replace(
        SCHOOL,
        "  - ma: bui-thi-sen",
        &format!("  {namesake}}}\n  - ma: bui-thi-sen"),
    );
    two.check().none("khop/chuc-vu-lech");
}

#[test]
fn a_nominee_who_confirms_his_own_report() {
    let own = "{quyen_han: [TM.], tap_the: Nhà trường, chuc_vu: Giáo viên, ho_ten: Bùi Thị Sen}";
    let signed = |r: Records| r.set(SCHOOL, "ho_so.bao_cao_thanh_tich.bui-thi-sen.nguoi_ky", own);
    assert_snapshot!(after(signed), @"don-vi/truong-hoa-mai.yaml:71:7: cảnh báo[khop/tu-xac-nhan]: Bà Bùi Thị Sen vừa là người báo cáo vừa ký xác nhận báo cáo của mình thay đơn vị ⟨truong-hoa-mai · bao_cao_thanh_tich/bui-thi-sen⟩");
    assert_snapshot!(helps_after(signed), @"ghi thủ trưởng đơn vị vào `nguoi_ky`; nếu người báo cáo là người đứng đầu thì ghi người xác nhận của cấp trên vào `xac_nhan`");
    let superior = |r: Records, name: &str| {
        let superior = format!("{{chuc_vu: Chủ tịch, ho_ten: {name}}}");
        signed(r).set(SCHOOL, "ho_so.bao_cao_thanh_tich.bui-thi-sen.xac_nhan", &superior)
    };
    superior(Records::small(), "Phan Văn Cả").check().none("khop/tu-xac-nhan");
    assert_eq!(superior(Records::small(), "Bùi Thị Sen").check().all("khop/tu-xac-nhan").len(), 1);
}

#[test]
fn names_of_a_unit_that_contradict_each_other() {
    let ward = "don-vi/long-thuy.yaml";
    let said = |records: Records| {
        let checked = records.check();
        checked.all("ho-so/ten-lech").into_iter().map(line).collect::<Vec<_>>().join("\n")
    };
    let ward_of = |name: &str| said(Records::phuoc_long().set(ward, "ten", name));
    assert_snapshot!(ward_of("Ủy ban nhân dân phường Thủy Long"), @"don-vi/long-thuy.yaml:7:11: cảnh báo[ho-so/ten-lech]: địa danh ghi “Long Thủy”, trong khi tên đơn vị là “Ủy ban nhân dân phường Thủy Long” ⟨long-thuy⟩");
    assert_snapshot!(ward_of("Ủy ban nhân dân phường Long Thủyy"), @"
    don-vi/long-thuy.yaml:7:11: cảnh báo[ho-so/ten-lech]: địa danh ghi “Long Thủy”, trong khi tên đơn vị là “Ủy ban nhân dân phường Long Thủyy” ⟨long-thuy⟩
    don-vi/long-thuy.yaml:38:10: cảnh báo[ho-so/ten-lech]: tập thể được đề nghị tên “Ủy ban nhân dân phường Long Thủy”, gần giống tên đơn vị “Ủy ban nhân dân phường Long Thủyy” ⟨long-thuy⟩
    ");
    // Where a tone stands is no other name.
    assert_eq!(ward_of("Ủy ban nhân dân phường Long Thuỷ"), "");
    assert_snapshot!(said(Records::small().set(SCHOOL, "ten", "Trường Tiểu học Hoa Mái")), @"don-vi/truong-hoa-mai.yaml:14:10: cảnh báo[ho-so/ten-lech]: tập thể được đề nghị tên “Trường Tiểu học Hoa Mai”, gần giống tên đơn vị “Trường Tiểu học Hoa Mái” ⟨truong-hoa-mai⟩");
    let council = "{quyen_han: [TM.], tap_the: Hội đồng nhân dân, chuc_vu: Chủ tịch, ho_ten: Hoàng Văn H}";
    assert_snapshot!(said(Records::phuoc_long().set(ward, "ho_so.to_trinh.nguoi_ky", council)), @"don-vi/long-thuy.yaml:124:35: cảnh báo[ho-so/ten-lech]: ký thay mặt “Hội đồng nhân dân” trong văn bản của UBND phường Long Thủy ⟨long-thuy · to_trinh⟩");
    assert_snapshot!(said(Records::phuoc_long().set(CAMPAIGN, "co_quan.noi-vu.ten", "Phòng Nội vụ")), @"phong-trao.yaml:53:10: cảnh báo[ho-so/ten-lech]: cơ quan `noi-vu` tên “Phòng Nội vụ”, trong khi bản ghi đơn vị cùng mã ghi “Phòng Nội vụ - Lao động, Thương binh và Xã hội”");
    assert_snapshot!(said(Records::phuoc_long().set(CAMPAIGN, "co_quan.noi-vu.cap_tren", "Ủy ban nhân dân thị xã Bình Long")), @"phong-trao.yaml:54:15: cảnh báo[ho-so/ten-lech]: cơ quan chủ quản ghi “Ủy ban nhân dân thị xã Bình Long”, gần giống tên cơ quan đã khai “Ủy ban nhân dân thị xã Phước Long”");
    // A part of the unit is another collective.
    assert_eq!(
        said(Records::small().set(SCHOOL, "de_nghi[tap-the].ten", "Tổ Chuyên môn, Trường Tiểu học Hoa Mai")),
        ""
    );
}

/// A record copied from another unit's is the one whose code says otherwise.
#[test]
fn a_name_copied_from_another_unit() {
    let ward = Records::phuoc_long().set("don-vi/long-thuy.yaml", "ten", "Ủy ban nhân dân phường Phước Bình");
    let said: Vec<String> = ward.check().all("ho-so/trung-ten-don-vi").into_iter().map(line).collect();
    assert_snapshot!(said.join("\n"), @"don-vi/long-thuy.yaml:5:6: cảnh báo[ho-so/trung-ten-don-vi]: tên “Ủy ban nhân dân phường Phước Bình” cũng là tên của đơn vị `phuoc-binh` ⟨long-thuy⟩");
}
