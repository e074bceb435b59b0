//! The parts of the context that templates ask for.

use super::decode::words;

words! {
    /// A part of the context that a template asks for.
    pub enum Block = "khối dữ liệu" {
        /// The plan that launches the campaign, as `ke-hoach.md` has it.
        Plan = "ke_hoach",
        /// Who is in the committee and its secretariat.
        Roster = "ban_chi_dao",
        /// The campaign.
        Campaign = "phong_trao",
        /// The unit.
        Unit = "don_vi",
        /// All nominees of the paper.
        Nominees = "de_nghi",
        /// The nominee the paper is about.
        Nominee = "nguoi",
        /// The Markdown body.
        Body = "noi_dung",
        /// The meeting and its votes.
        Meeting = "hop",
        /// The paper's own data of any shape.
        Data = "du_lieu",
        /// One receipt.
        Receipt = "tiep_nhan",
        /// The checklist.
        Checklist = "kiem_tra",
        /// What a dossier that was handed in still lacks.
        Lacking = "con_thieu",
        /// All dossiers of the campaign, a line for each unit.
        Summary = "tong_hop",
        /// All nominees of the campaign, a line for each.
        Roll = "trich_ngang",
        /// A meeting of the committee with its results.
        Sitting = "xet",
        /// The ballot of a meeting that votes in secret: all on whom it votes.
        Ballot = "phieu",
        /// What the counters of a secret vote found.
        Tally = "kiem_phieu",
        /// Whom a meeting chose for awards within the authority's power.
        Submitted = "trinh",
        /// Whom a meeting chose for awards above it.
        SubmittedUp = "trinh_cap_tren",
        /// Somebody whom a decision honours.
        Recipient = "nguoi_nhan",
        /// Units that have handed in nothing.
        Silent = "chua_nop",
        /// A decision with those it honours.
        Decision = "khen_thuong",
        /// The same where the decision grants money.
        Payment = "tien_thuong",
        /// An event with the guests of an invitation.
        Invitation = "moi",
        /// An event with its programme.
        Programme = "chuong_trinh",
        /// The pledge that units sign at an event.
        Pledge = "giao_uoc",
        /// In which order awards are handed over at an event.
        Ceremony = "trao_thuong",
        /// What the campaign came to: who took part, scores, awards.
        Closing = "tong_ket",
        /// Everyone whom decisions honour, as the golden book has them.
        Honours = "so_khen_thuong",
        /// Everything handed in, by day.
        Receipts = "so_tiep_nhan",
        /// The paper whose form is corrected, and where.
        Correction = "dinh_chinh",
    }
}
