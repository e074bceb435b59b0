//! A campaign in which the office and the committee have written everything.

use super::{CAMPAIGN, REVIEW, Records, SCHOOL, STATION};

impl Records {
    /// The reviewed campaign with the events of its year, their papers, and scores of the year before; no findings either.
    pub fn through_the_year() -> Self {
        Self::reviewed().append(REVIEW, include_str!("events.yaml"))
    }

    /// The reviewed campaign with every kind of paper that the office and the committee write.
    pub fn with_every_paper() -> Self {
        let more = [
            (CAMPAIGN, "hinh_thuc_khen.bang_khen", "{ten: Bằng khen, cua: Chủ tịch Ủy ban nhân dân tỉnh Mẫu}"),
            (CAMPAIGN, "co_quan.ubnd.nguoi_ky", "{chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}"),
            (CAMPAIGN, "tien_thuong.nguon", "quỹ thi đua"),
            // The school lacks a paper, so that there is a letter, and tests put in words of any kind: the results stand
            // all the same.
            (
                CAMPAIGN,
                "muc_do",
                "{khop/chua-du-dieu-kien: canh_bao, khop/tham-du: canh_bao, khop/quyet-dinh: canh_bao, van-ban/bien-ban-thieu-muc: tat}",
            ),
            (STATION, "de_nghi[tap-the].hinh_thuc", "bang_khen"),
            (REVIEW, "hop[1].ket_qua[0].ket_qua", "bang_khen"),
            (REVIEW, "hop[0].kiem_phieu[0].chuc_vu", "B"),
            (REVIEW, "hop[0].noi_nhan", "[A, \"Lưu: VT\"]"),
            (REVIEW, "hop[1].noi_nhan", "[A, \"Lưu: VT\"]"),
            (REVIEW, "hop[0].tham_du.vang", "[{ho_ten: A, ly_do: B}]"),
            (REVIEW, "quyet_dinh[0].can_cu", "[A, B]"),
            (REVIEW, "quyet_dinh[0].noi_nhan", "[A, \"Lưu: VT\"]"),
            (REVIEW, "quyet_dinh[0].thi_hanh", "[A, B]"),
        ];
        let heads = "\nvan_ban:\n  cong_van_don_doc: {so: 1, ngay: 2026-07-20, trich_yeu: A}\n  cong_van_bo_sung: {truong-hoa-mai: {so: 2, ngay: 2026-07-20}}\n  thong_bao_ket_qua: {so: 3, ngay: 2026-07-30, kinh_gui: [A], noi_nhan: [A, \"Lưu: VT\"]}\n  to_trinh_khen_thuong: {so: 4, ngay: 2026-07-21, trich_yeu: A, kinh_gui: [A], noi_nhan: [A, \"Lưu: VT\"]}\n  to_trinh_bang_khen: {dot-2: {so: 5, ngay: 2026-07-29, trich_yeu: A}}\n";
        let set = |records: Records, (file, field, value): &(&str, &str, &str)| records.set(file, field, value);
        let records = more.iter().fold(Records::reviewed(), set);
        records.without(REVIEW, "quyet_dinh[2]").append(REVIEW, heads).without(SCHOOL, "ho_so.ban_cam_ket")
    }
}
