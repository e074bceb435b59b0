use super::*;

/// What is printed instead of working, the exit code first.
fn stop(args: &str) -> String {
    match parse(["hoso"].into_iter().chain(args.split_whitespace())) {
        Err(Stop::Asked(text)) => format!("0\n{text}"),
        Err(Stop::Wrong(text)) => format!("2\n{text}"),
        Ok(cli) => panic!("accepted: {cli:?}"),
    }
}

/// The first sentence of a refusal with its hint.
fn refusal(args: &str) -> String {
    let text = stop(args);
    let text = text.strip_prefix("2\n").unwrap();
    text.split("\n\n").next().unwrap().to_owned()
}

fn accepted(args: &str) -> Cli {
    parse(["hoso"].into_iter().chain(args.split_whitespace())).unwrap()
}

#[test]
fn tables_are_sound() {
    help::command(Cli::command()).debug_assert();
}

#[test]
fn build_takes_all_its_flags() {
    let cli = accepted(
        "build records/a -o ra --unit a --unit b,c --kind to_trinh --jobs 3 --format json --templates t \
         --font-dir f --keep-typ --records r --color never",
    );
    assert_eq!((cli.records, cli.color), (PathBuf::from("r"), Colour::Never));
    let Command::Build(build) = cli.command else { panic!() };
    assert_eq!(build.units, ["a", "b", "c"]);
    assert_eq!(build.kinds, ["to_trinh"]);
    assert_eq!((build.jobs.map(NonZeroUsize::get), build.format, build.keep_typ), (Some(3), Format::Json, true));
    let paths = [build.campaign, Some(build.output), build.templates, build.font_dir];
    assert_eq!(paths, ["records/a", "ra", "t", "f"].map(|path| Some(PathBuf::from(path))));
}

#[test]
fn defaults() {
    let cli = accepted("lap");
    assert_eq!((cli.records, cli.color), (PathBuf::from("records"), Colour::Auto));
    let Command::Build(build) = cli.command else { panic!() };
    assert_eq!((build.output, build.campaign, build.jobs), (PathBuf::from("output"), None, None));
    assert!(matches!(accepted("tinh-trang").command, Command::Status(_)));
    assert!(matches!(accepted("doi-chieu a.pdf").command, Command::Verify(_)));
    assert!(matches!(accepted("giai-thich").command, Command::Explain(Explain { code: None })));
    // Global flags stand on either side of the command.
    assert_eq!(accepted("--records r kiem-tra").records, PathBuf::from("r"));
}

#[test]
fn days_in_both_ways() {
    for day in ["2021-05-25", "25/5/2021", "25/05/2021", "25-5-2021"] {
        let Command::Check(check) = accepted(&format!("check --den-ngay {day}")).command else { panic!() };
        assert_eq!(check.den_ngay, NaiveDate::from_ymd_opt(2021, 5, 25), "{day}");
    }
}

#[test]
fn help_pages() {
    insta::assert_snapshot!(stop("--help"), @"
    0
    Lập, kiểm tra và in hồ sơ đề nghị khen thưởng từ bản ghi YAML, theo thể thức của
    Nghị định số 30/2020/NĐ-CP

    Cách dùng: hoso <LỆNH> [TÙY CHỌN]

    Lệnh:
      build, lap               Lập văn bản: đọc bản ghi, kiểm tra, in ra PDF
      check, kiem-tra          Kiểm tra bản ghi, nói rõ hồ sơ nào còn thiếu hoặc sai
                               gì; không ghi tệp nào
      status, tinh-trang       Xem tình trạng hồ sơ: bảng đơn vị nào đã có, còn
                               thiếu văn bản nào
      issue, cap-so            Cấp số, ngày cho một văn bản: ghi vào bản ghi, lập
                               tệp PDF và ghi vào hoso.lock; giữ số, hủy số, thay
                               thế, thu hồi
      register, so-van-ban-di  In sổ đăng ký văn bản đi: các văn bản đã có số, theo
                               cơ quan và năm
      verify, doi-chieu        Đối chiếu tệp PDF với bản ghi: có đúng là văn bản đã
                               lập không, có bị sửa không; không ghi tệp nào
      explain, giai-thich      Giải thích một mã phát hiện (lỗi hoặc cảnh báo): kiểm
                               tra điều gì, căn cứ vào đâu, sửa thế nào

    Tùy chọn chung:
          --records <THƯ-MỤC>  Thư mục chứa các phong trào [mặc định: records]
          --color <KHI-NÀO>    Tô màu: tự động (chỉ khi in ra màn hình), luôn luôn,
                               không bao giờ [chọn: auto, always, never]
                               [mặc định: auto]
      -h, --help               In hướng dẫn này
      -V, --version            In phiên bản

    Ví dụ:
      hoso check                            kiểm tra mọi phong trào trong records/
      hoso build records/phuoc-long-2021    lập mọi văn bản của một phong trào
      hoso status records/phuoc-long-2021   xem đơn vị nào còn thiếu văn bản nào
      hoso explain ho-so/thieu-thanh-phan   mã này nghĩa là gì, căn cứ vào đâu

    Mã kết thúc: 0 – không có lỗi; 1 – có lỗi trong bản ghi, bản mẫu hoặc văn bản;
    2 – dùng lệnh sai, hoặc không đọc, không ghi được tệp.

    Khi không in ra màn hình, dòng rộng 80 cột, hoặc theo biến môi trường COLUMNS;
    biến NO_COLOR tắt màu.
    ");
    insta::assert_snapshot!(stop("build --help"), @"
    0
    Lập văn bản: đọc bản ghi, kiểm tra, in ra PDF
    Tên khác: hoso lap

    Cách dùng: hoso build [PHONG-TRÀO] [TÙY CHỌN]

    Tham số:
      [PHONG-TRÀO]  Thư mục phong trào, hoặc tên của nó trong records/; bỏ trống là
                    mọi phong trào

    Tùy chọn:
      -o, --output <THƯ-MỤC>     Thư mục ghi kết quả [mặc định: output]
          --unit <MÃ>            Chỉ lập văn bản của đơn vị này; nêu được nhiều lần,
                                 hoặc cách nhau bằng dấu phẩy
          --kind <LOẠI>          Chỉ lập loại văn bản này (ví dụ to_trinh); nêu được
                                 nhiều lần, hoặc cách nhau bằng dấu phẩy
          --den-ngay <NGÀY>      Lập cả dự thảo công văn đôn đốc các đơn vị chưa nộp
                                 hồ sơ tính đến ngày này: 2021-05-25 hoặc 25/5/2021
          --jobs <SỐ>            Số văn bản được lập cùng lúc; bỏ trống là theo số
                                 nhân của máy
          --format <DẠNG>        Cách in kết quả: cho người đọc, hay JSON cho chương
                                 trình khác [chọn: human, json] [mặc định: human]
          --templates <THƯ-MỤC>  Thư mục bản mẫu, thay hoặc thêm vào các bản mẫu có
                                 sẵn
          --font-dir <THƯ-MỤC>   Thư mục phông chữ (ví dụ Times New Roman của cơ
                                 quan), thay cho phông có sẵn
          --keep-typ             Ghi cả nguồn Typst (.typ) cạnh mỗi tệp PDF, để soát
                                 bản mẫu
          --certificate          Ghi cạnh mỗi tệp PDF phiếu đo thể thức
                                 (.the-thuc.json): số đo, khoảng cho phép, kết luận
          --attach-data          Đính kèm cả dữ liệu vào mỗi tệp PDF: chỉ cho bản
                                 lưu của cơ quan, không cho bản gửi đi

    Tùy chọn chung:
          --records <THƯ-MỤC>  Thư mục chứa các phong trào [mặc định: records]
          --color <KHI-NÀO>    Tô màu: tự động (chỉ khi in ra màn hình), luôn luôn,
                               không bao giờ [chọn: auto, always, never]
                               [mặc định: auto]
      -h, --help               In hướng dẫn này

    Lỗi ở văn bản nào chỉ chặn văn bản đó; các văn bản khác vẫn được lập. Văn bản
    không đổi thì tệp giữ nguyên.

    Ví dụ:
      hoso build
      hoso build records/phuoc-long-2021 -o ket-qua
      hoso build --unit long-thuy --kind to_trinh --kind trich_bien_ban
      hoso build --kind cong_van_don_doc --den-ngay 20/5/2021
      hoso lap --unit long-thuy,phuoc-tin --format json
    ");
    insta::assert_snapshot!(stop("kiem-tra -h"), @"
    0
    Kiểm tra bản ghi, nói rõ hồ sơ nào còn thiếu hoặc sai gì; không ghi tệp nào
    Tên khác: hoso kiem-tra

    Cách dùng: hoso check [PHONG-TRÀO] [TÙY CHỌN]

    Tham số:
      [PHONG-TRÀO]  Thư mục phong trào, hoặc tên của nó trong records/; bỏ trống là
                    mọi phong trào

    Tùy chọn:
          --den-ngay <NGÀY>      Xét thời hạn tính đến ngày này: 2021-05-25 hoặc
                                 25/5/2021
          --the-thuc             Dàn trang cả văn bản và kiểm tra thể thức, nhưng
                                 không ghi tệp nào
          --format <DẠNG>        Cách in kết quả: cho người đọc, hay JSON cho chương
                                 trình khác [chọn: human, json] [mặc định: human]
          --templates <THƯ-MỤC>  Thư mục bản mẫu, thay hoặc thêm vào các bản mẫu có
                                 sẵn
          --font-dir <THƯ-MỤC>   Thư mục phông chữ (ví dụ Times New Roman của cơ
                                 quan), thay cho phông có sẵn

    Tùy chọn chung:
          --records <THƯ-MỤC>  Thư mục chứa các phong trào [mặc định: records]
          --color <KHI-NÀO>    Tô màu: tự động (chỉ khi in ra màn hình), luôn luôn,
                               không bao giờ [chọn: auto, always, never]
                               [mặc định: auto]
      -h, --help               In hướng dẫn này

    Không nêu --den-ngay thì chỉ so các ngày ghi trong bản ghi với nhau; đồng hồ của
    máy không được dùng đến.

    Ví dụ:
      hoso check
      hoso check records/phuoc-long-2021 --den-ngay 25/5/2021
      hoso kiem-tra --the-thuc --format json
    ");
    insta::assert_snapshot!(stop("status -h"), @"
    0
    Xem tình trạng hồ sơ: bảng đơn vị nào đã có, còn thiếu văn bản nào
    Tên khác: hoso tinh-trang

    Cách dùng: hoso status [PHONG-TRÀO] [TÙY CHỌN]

    Tham số:
      [PHONG-TRÀO]  Thư mục phong trào, hoặc tên của nó trong records/; bỏ trống là
                    mọi phong trào

    Tùy chọn:
          --format <DẠNG>        Cách in kết quả: cho người đọc, hay JSON cho chương
                                 trình khác [chọn: human, json] [mặc định: human]
          --templates <THƯ-MỤC>  Thư mục bản mẫu, thay hoặc thêm vào các bản mẫu có
                                 sẵn

    Tùy chọn chung:
          --records <THƯ-MỤC>  Thư mục chứa các phong trào [mặc định: records]
          --color <KHI-NÀO>    Tô màu: tự động (chỉ khi in ra màn hình), luôn luôn,
                               không bao giờ [chọn: auto, always, never]
                               [mặc định: auto]
      -h, --help               In hướng dẫn này

    Ví dụ:
      hoso status records/phuoc-long-2021
      hoso tinh-trang --format json
    ");
    insta::assert_snapshot!(stop("explain -h"), @r"
    0
    Giải thích một mã phát hiện (lỗi hoặc cảnh báo): kiểm tra điều gì, căn cứ vào
    đâu, sửa thế nào
    Tên khác: hoso giai-thich

    Cách dùng: hoso explain [MÃ] [TÙY CHỌN]

    Tham số:
      [MÃ]  Mã phát hiện, như in trong ngoặc vuông; bỏ trống để xem mọi mã

    Tùy chọn chung:
          --records <THƯ-MỤC>  Thư mục chứa các phong trào [mặc định: records]
          --color <KHI-NÀO>    Tô màu: tự động (chỉ khi in ra màn hình), luôn luôn,
                               không bao giờ [chọn: auto, always, never]
                               [mặc định: auto]
      -h, --help               In hướng dẫn này

    Ví dụ:
      hoso explain                                 liệt kê mọi mã
      hoso explain ho-so/thieu-thanh-phan
      hoso giai-thich yaml/cu-phap
    ");
    insta::assert_snapshot!("help_of_verify", stop("verify -h"));
    insta::assert_snapshot!("help_of_issue", stop("issue -h"));
    insta::assert_snapshot!("help_of_register", stop("register -h"));
}

#[test]
fn help_fits_and_speaks_vietnamese() {
    for page in ["-h", "build -h", "check -h", "status -h", "verify -h", "issue -h", "register -h", "explain -h"] {
        let text = stop(page);
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        for word in ["Usage", "Options", "Commands", "Arguments", "default", "possible", "alias", "Print", "[OPTIONS]"]
        {
            assert!(!text.contains(word), "{word}: {text}");
        }
    }
}

#[test]
fn version() {
    assert_eq!(stop("--version"), format!("0\nhoso {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_refusal_shows_the_way_out() {
    insta::assert_snapshot!(stop("build --unti long-thuy"), @r"
    2
    lỗi: không có tùy chọn `--unti`
      gợi ý: có phải là `--unit`?

    Cách dùng: hoso build [PHONG-TRÀO] [TÙY CHỌN]
    Xem hướng dẫn: hoso build --help
    ");
    insta::assert_snapshot!(stop(""), @r"
    2
    lỗi: chưa nêu lệnh cần làm

    Cách dùng: hoso <LỆNH> [TÙY CHỌN]
    Xem hướng dẫn: hoso --help
    ");
}

#[test]
fn refusals() {
    insta::assert_snapshot!(refusal("buld"), @r"
    lỗi: không có lệnh `buld`
      gợi ý: có phải là `build`?
    ");
    insta::assert_snapshot!(refusal("help"), @"lỗi: không có lệnh `help`");
    insta::assert_snapshot!(refusal("check --unit x"), @"lỗi: không có tùy chọn `--unit`");
    insta::assert_snapshot!(refusal("build -x"), @"lỗi: không có tùy chọn `-x`");
    insta::assert_snapshot!(refusal("explain a b"), @"lỗi: thừa tham số `b`");
    insta::assert_snapshot!(refusal("build --output"), @"lỗi: thiếu giá trị của `--output <THƯ-MỤC>`");
    insta::assert_snapshot!(refusal("build --output="), @"lỗi: thiếu giá trị của `--output <THƯ-MỤC>`");
    insta::assert_snapshot!(refusal("build --keep-typ=1"), @"lỗi: `--keep-typ` không nhận giá trị `1`");
    insta::assert_snapshot!(refusal("status --format json --format human"), @"lỗi: `--format <DẠNG>` chỉ được nêu một lần");
    insta::assert_snapshot!(refusal("build --format jsn"), @r"
    lỗi: giá trị `jsn` không dùng được cho `--format <DẠNG>`
      gợi ý: có phải là `json`?
    ");
    insta::assert_snapshot!(refusal("build --format pdf"), @r"
    lỗi: giá trị `pdf` không dùng được cho `--format <DẠNG>`
      gợi ý: chọn một trong: human, json
    ");
    insta::assert_snapshot!(refusal("--color đỏ check"), @r"
    lỗi: giá trị `đỏ` không dùng được cho `--color <KHI-NÀO>`
      gợi ý: chọn một trong: auto, always, never
    ");
    insta::assert_snapshot!(refusal("build --jobs 0"), @"lỗi: giá trị `0` không dùng được cho `--jobs <SỐ>`: cần một số từ 1 đến 256");
    insta::assert_snapshot!(refusal("build --unit Long_Thủy"), @r"
    lỗi: giá trị `Long_Thủy` không dùng được cho `--unit <MÃ>`: mã đơn vị chỉ gồm
         a-z, 0-9 và dấu gạch nối, là tên tệp trong don-vi/ (ví dụ long-thuy)
    ");
    insta::assert_snapshot!(refusal("build --kind to-trinh"), @r"
    lỗi: giá trị `to-trinh` không dùng được cho `--kind <LOẠI>`: loại văn bản viết
         không dấu, nối bằng dấu gạch dưới (ví dụ to_trinh)
    ");
    insta::assert_snapshot!(refusal("check --den-ngay 31/2/2021"), @r"
    lỗi: giá trị `31/2/2021` không dùng được cho `--den-ngay <NGÀY>`: không có ngày
         này trong lịch
    ");
    insta::assert_snapshot!(refusal("check --den-ngay mai"), @r"
    lỗi: giá trị `mai` không dùng được cho `--den-ngay <NGÀY>`: viết ngày dạng
         2021-05-25 hoặc 25/5/2021
    ");
    insta::assert_snapshot!(refusal("build --\u{1b}[31m"), @"lỗi: không có tùy chọn `--␛[31m`");
}

#[cfg(unix)]
#[test]
fn bytes_that_are_no_text() {
    use std::os::unix::ffi::OsStringExt as _;
    let odd = OsString::from_vec(vec![b'l', 0xff]);
    let Err(Stop::Wrong(text)) = parse([OsString::from("hoso"), "explain".into(), odd]) else { panic!() };
    insta::assert_snapshot!(text, @r"
    lỗi: dòng lệnh có ký tự không thuộc bảng mã UTF-8

    Cách dùng: hoso explain [MÃ] [TÙY CHỌN]
    Xem hướng dẫn: hoso explain --help
    ");
}
