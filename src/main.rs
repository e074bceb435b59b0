//! smoke
use hoso::*;
fn main() {
    let t = render::Templates::embedded();
    let kf = t.get("loai-van-ban.yaml").unwrap();
    let (kinds, f) = record::load::kinds("templates/loai-van-ban.yaml", &kf.text);
    for x in f { println!("{x}"); }
    let (engine, f) = render::Engine::new(&t, render::Fonts::embedded());
    for x in f { println!("{x}"); }
    let dir = std::env::args().nth(1).unwrap_or("records/phuoc-long-2021".into());
    let loaded = record::load(std::path::Path::new(&dir), &kinds);
    let has = |c: char| engine.repertoire().has(c);
    let tpl = |n: &str| t.get(&format!("{n}.typ")).is_some();
    let Some(campaign) = &loaded.campaign else { for f in &loaded.findings { println!("{f}"); } return };
    let scope = check::Scope { loaded: &loaded, campaign, as_of: None, has_glyph: &has, has_template: &tpl };
    let mut f = check::run(&scope);
    let docs = plan::documents(&scope, &mut f, &plan::Selection::default());
    for x in &f { println!("{x}\n   help: {} | clause: {:?}", x.help_text(), x.clause_text()); }
    println!("{} documents", docs.len());
    for d in &docs {
        if d.blocked { println!("blocked {}", d.path); continue; }
        match engine.render(&render::Job { template: &d.template, data: &d.data, name: &d.path }) {
            Ok(p) => { let q = format!("/tmp/smoke/{}", d.path); std::fs::create_dir_all(std::path::Path::new(&q).parent().unwrap()).unwrap(); std::fs::write(q, p.bytes).unwrap(); for w in p.warnings { println!("{w}"); } }
            Err(e) => for x in e { println!("{}: {x}", d.path); if let Some(p) = &x.place { println!("{}", p.text.lines().nth(p.line-1).unwrap_or("")); } },
        }
    }
}
