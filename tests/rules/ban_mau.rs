//! What an office brings along can be wrong too: its own templates, its own typeface. What a template
//! itself can get wrong is tested where papers are set.

use std::fs;

use hoso::finding::Finding;
use hoso::render::{Fonts, Templates};
use insta::assert_snapshot;

/// Findings with the temporary folder called `X`.
fn said(findings: &[Finding], folder: &std::path::Path) -> String {
    let folder = folder.to_string_lossy().into_owned();
    findings.iter().map(|f| f.to_string().replace(&folder, "X")).collect::<Vec<_>>().join("\n")
}

#[test]
fn an_overlay_that_cannot_be_used() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("khong-co");
    assert_snapshot!(said(&Templates::embedded().overlay(&missing).unwrap_err(), folder.path()), @"X/khong-co:1:1: lỗi[ban-mau/thu-muc]: không có thư mục mẫu này");
    fs::write(folder.path().join("to_trinh.typ"), [0xff, 0xfe]).unwrap();
    fs::write(folder.path().join("loai-van-ban.yaml"), vec![b'#'; (1 << 20) + 1]).unwrap();
    // What is no template is not looked at.
    fs::write(folder.path().join("anh.png"), [0xff]).unwrap();
    assert_snapshot!(said(&Templates::embedded().overlay(folder.path()).unwrap_err(), folder.path()), @r"
    X/loai-van-ban.yaml:1:1: lỗi[ban-mau/thu-muc]: mẫu lớn quá 1 MB
    X/to_trinh.typ:1:1: lỗi[ban-mau/thu-muc]: mẫu không phải văn bản UTF-8
    ");
}

#[test]
fn a_typeface_that_is_not_complete() {
    let folder = tempfile::tempdir().unwrap();
    assert_snapshot!(said(&Fonts::from_dir(folder.path()).unwrap_err(), folder.path()), @"X:1:1: lỗi[ban-mau/phong-chu]: thư mục phông chữ không có phông Times New Roman hay Tinos nào");
    let face = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/Tinos-Regular.ttf");
    fs::copy(face, folder.path().join("thuong.ttf")).unwrap();
    assert_snapshot!(said(&Fonts::from_dir(folder.path()).unwrap_err(), folder.path()), @"X:1:1: lỗi[ban-mau/phong-chu]: thư mục phông chữ thiếu kiểu: Tinos đậm, Tinos nghiêng, Tinos đậm nghiêng");
    // Without its table of characters a face has none.
    for (name, file) in [("dam", "Bold"), ("nghieng", "Italic"), ("dam-nghieng", "BoldItalic")] {
        let mut face = fs::read(format!("{}/assets/fonts/Tinos-{file}.ttf", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let at = face.windows(4).position(|tag| name == "dam" && tag == b"cmap");
        at.into_iter().for_each(|at| face[at..at + 4].copy_from_slice(b"cmaq"));
        fs::write(folder.path().join(format!("{name}.ttf")), face).unwrap();
    }
    assert_snapshot!(said(&Fonts::from_dir(folder.path()).unwrap_err(), folder.path()), @r#"X:1:1: lỗi[ban-mau/phong-chu]: phông Tinos thiếu chữ tiếng Việt ở kiểu: đậm (`!`, `"`, `#`, `$`, `%`, `&`, `'`, `(`…)"#);
    assert_snapshot!(said(&Fonts::from_dir(&folder.path().join("khong-co")).unwrap_err(), folder.path()), @"X/khong-co:1:1: lỗi[ban-mau/phong-chu]: không đọc được thư mục phông chữ (không có ở đó)");
}
