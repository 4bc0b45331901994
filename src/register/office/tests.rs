//! A cell and an office asked for in; how the cell names it out.

use super::*;

/// Asks for an office with these settings: other names of the Ban Nội chính, and who "các sở" are.
fn book() -> OfficeBook {
    let text = |all: &[&str]| all.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    OfficeBook::new(OfficeSettings {
        mine: text(&["Ban Nội chính Tỉnh ủy", "Sở Tài chính"]),
        alias: vec![
            ("Ban Nội chính Tỉnh ủy".to_owned(), text(&["Ban Nội chính", "BNCTU"])),
            ("Bộ Tài chính".to_owned(), text(&["BTC"])),
        ],
        groups: vec![
            ("các sở".to_owned(), text(&["Sở Tài chính", "Sở Nội vụ"])),
            ("các sở, ban, ngành".to_owned(), text(&["Sở Tài chính"])),
        ],
    })
}

/// Asserts how a cell names an office: "+" by name, "chung" as one of a group, "-" not.
#[track_caller]
fn check(book: &OfficeBook, asked: &str, cell: &str, wanted: &str) {
    let office = match asked {
        "mine" => book.mine().expect("the settings name some"),
        name => book.wanted(name),
    };
    let told = match office.fit(cell) {
        Some(OfficeFit::Named) => "+",
        Some(OfficeFit::Shared) => "chung",
        None => "-",
    };
    assert_eq!(told, wanted, "“{asked}” in “{cell}”");
}

const CASES: &[(&str, &str, &str)] = &[
    // Spellings.
    ("Sở Tài chính", "Sở Tài chính", "+"),
    ("Sở Tài chính", "sở  tài chính", "+"),
    ("Sở Tài chính", "SỞ TÀI CHÍNH", "+"),
    ("so tai chinh", "Sở Tài chính", "+"),
    ("Ủy ban Dân tộc", "Uỷ ban dân tộc", "+"),
    ("Bộ Nông nghiệp", "Bô Nông nghiệp", "-"),
    ("Sở Tài chính", "Sô Tài chính", "-"),
    // Others.
    ("Bộ Công an", "Bộ Công Thương", "-"),
    ("Bộ Công", "Bộ Công Thương", "-"),
    ("Sở Y", "Sở Y tế", "-"),
    ("Bộ Công an", "Công an tỉnh", "-"),
    ("Chính phủ", "Văn phòng Chính phủ", "-"),
    ("Quốc hội", "Ủy ban Thường vụ Quốc hội", "-"),
    ("Bộ Tài chính", "Sở Tài chính", "-"),
    // Lists.
    ("Sở Tài chính", "Sở Tài chính, Sở Nội vụ", "+"),
    ("Sở Nội vụ", "Sở Tài chính, Sở Nội vụ", "+"),
    ("Sở Y tế", "Sở Y tế và Sở khác", "+"),
    ("Sở khác", "Sở Y tế và Sở khác", "+"),
    ("Bộ Quốc phòng", "các Bộ: Quốc phòng, Công an", "+"),
    ("Bộ Công an", "các Bộ: Quốc phòng, Công an", "+"),
    ("Bộ Công an", "các Bộ Quốc phòng, Công an và Tài chính", "+"),
    ("Bộ Tài chính", "các Bộ Quốc phòng, Công an và Tài chính", "+"),
    ("Bộ Y tế", "các Bộ: Quốc phòng, Công an", "-"),
    ("Bộ Công an", "Bộ Quốc phòng, Công an", "+"),
    ("Bộ Xây dựng", "Bộ Quốc phòng, Công an và Xây dựng", "+"),
    ("Bộ Công an", "Bộ Quốc phòng, Công an tỉnh", "-"),
    ("Bộ Công an", "Bộ Quốc phòng; Bộ Công an", "+"),
    ("Bộ Quốc phòng", "Bộ Quốc phòng (Cục Bản đồ Tổng tham mưu)", "+"),
    ("tỉnh Khánh Hòa", "các tỉnh: Đắk Lắk, Khánh Hòa, Gia Lai và Lâm Đồng", "+"),
    ("tỉnh Lâm Đồng", "các tỉnh: Đắk Lắk, Khánh Hoà, Gia Lai và Lâm Đồng", "+"),
    ("UBND tỉnh Đồng Nai", "Ủy ban nhân dân các tỉnh, thành phố: Tuyên Quang, Đồng Nai", "+"),
    (
        "UBND thành phố Hồ Chí Minh",
        "Ủy ban nhân dân các tỉnh, thành phố: Đồng Nai, Hồ Chí Minh",
        "+",
    ),
    // Names that hold "và" and commas.
    ("Bộ Nông nghiệp", "Bộ Nông nghiệp và Môi trường", "-"),
    ("Bộ Nông nghiệp và Môi trường", "Bộ Nông nghiệp và Môi trường", "+"),
    ("Bộ Nông nghiệp & Môi trường", "Bộ Nông nghiệp và Môi trường", "+"),
    ("Bộ Văn hóa, Thể thao và Du lịch", "Bộ Văn hoá, Thể thao và Du lịch; Bộ Y tế", "+"),
    ("Bộ Y tế", "Bộ Văn hoá, Thể thao và Du lịch, Y tế", "+"),
    ("Sở Văn hóa", "Sở Văn hóa, Thể thao và Du lịch", "-"),
    (
        "Bộ Giáo dục và Đào tạo",
        "Bộ trưởng các Bộ: Quốc phòng, Công Thương, Y tế, Giáo dục và Đào tạo",
        "+",
    ),
    ("Phòng Văn hóa", "Phòng Văn hóa và Trẻ em", "-"),
    ("Bộ Khoa học và Công nghệ", "Bộ Xây dựng, Bộ KH&CN", "+"),
    // Heads are their offices.
    ("Bộ Tài chính", "Bộ trưởng Bộ Tài chính", "+"),
    ("Bộ trưởng Bộ Tài chính", "Bộ Tài chính", "+"),
    ("Bộ Công an", "Bộ trưởng Công an", "+"),
    ("Bộ Quốc phòng", "Bộ trưởng các Bộ: Quốc phòng, Công an", "+"),
    ("Sở Tài chính", "Giám đốc Sở Tài chính", "+"),
    ("Ban Tổ chức Trung ương", "Trưởng Ban Tổ chức Trung ương", "+"),
    ("Văn phòng UBND tỉnh", "Chánh Văn phòng Ủy ban nhân dân tỉnh", "+"),
    ("Ngân hàng Nhà nước", "Thống đốc Ngân hàng Nhà nước Việt Nam", "+"),
    ("Thanh tra Chính phủ", "Tổng Thanh tra Chính phủ", "+"),
    // Those who speak for them are found, and are not them.
    ("UBND tỉnh", "Chủ tịch UBND tỉnh", "+"),
    ("Chủ tịch UBND tỉnh", "UBND tỉnh", "-"),
    ("Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh", "+"),
    ("Bộ Xây dựng", "đồng chí Bộ trưởng Bộ Xây dựng", "+"),
    ("Bộ Xây dựng", "Thứ trưởng Bộ Xây dựng", "+"),
    ("Tỉnh ủy", "Bí thư Tỉnh uỷ", "+"),
    // Abbreviations.
    ("UBND tỉnh", "Ủy ban nhân dân tỉnh", "+"),
    ("Ủy ban nhân dân tỉnh", "ubnd tỉnh", "+"),
    ("UBND tỉnh", "Ủy ban nhân dân (UBND) tỉnh", "+"),
    ("HĐND xã", "Hội đồng nhân dân xã", "+"),
    ("Mặt trận Tổ quốc Việt Nam", "MTTQ", "+"),
    ("NHNN", "Ngân hàng Nhà nước", "+"),
    ("Ủy ban Thường vụ Quốc hội", "UBTVQH", "+"),
    ("UBND thành phố", "UBND TP", "+"),
    // Places.
    ("UBND tỉnh", "UBND tỉnh Đồng Nai", "+"),
    ("UBND tỉnh Đồng Nai", "UBND tỉnh", "-"),
    ("UBND tỉnh Đồng Nai", "UBND tỉnh Lâm Đồng", "-"),
    ("Sở Tài chính", "Sở Tài chính tỉnh Đồng Nai", "+"),
    ("Ban Nội chính Trung ương", "Ban Nội chính Tỉnh ủy", "-"),
    // The user's names.
    ("BTC", "Bộ trưởng Bộ Tài chính", "+"),
    ("Bộ Tài chính", "BTC", "+"),
    ("Ban Nội chính", "Ban Nội chính Tỉnh ủy", "+"),
    ("mine", "BNCTU, Công an tỉnh", "+"),
    ("mine", "Trưởng Ban Nội chính Tỉnh uỷ", "+"),
    ("mine", "Sở Y tế", "-"),
    // Groups.
    ("mine", "các sở", "chung"),
    ("mine", "Các sở, ngành liên quan", "chung"),
    ("mine", "các sở, ban, ngành", "chung"),
    ("mine", "các sở có liên quan", "chung"),
    ("mine", "Công an tỉnh và các sở", "chung"),
    ("mine", "các sở, Sở Tài chính", "+"),
    ("mine", "các Sở: Nội vụ, Y tế", "-"),
    ("mine", "các Sở: Nội vụ, Tài chính", "+"),
    ("mine", "các bộ, ngành", "-"),
    ("Sở Nội vụ", "các sở, ngành", "chung"),
    ("Sở Y tế", "các sở, ngành", "-"),
];

#[test]
fn offices_are_found_by_all_their_names() {
    let book = book();
    for (asked, cell, wanted) in CASES {
        check(&book, asked, cell, wanted);
    }
    assert!(CASES.len() >= 60);
}

#[test]
fn a_cell_is_cut_into_its_offices() {
    let book = book();
    let told = |cell: &str| -> Vec<String> {
        let all = book.offices_in(cell);
        all.iter().map(|office| format!("{} = {}", office.text, office.key)).collect()
    };
    for (cell, wanted) in [
        ("Sở Tài chính, Sở Nội vụ", &["Sở Tài chính = sở tài chính", "Sở Nội vụ = sở nội vụ"][..]),
        (
            "Các Bộ: Quốc phòng, Công an",
            &["Bộ Quốc phòng = bộ quốc phòng", "Bộ Công an = bộ công an"],
        ),
        ("Bộ trưởng Bộ Y tế", &["Bộ trưởng Bộ Y tế = bộ y tế"]),
        ("các sở, ngành liên quan", &["các sở, ngành liên quan = các sở, ngành liên quan"]),
        (
            "Bộ Nông nghiệp và Môi trường",
            &["Bộ Nông nghiệp và Môi trường = bộ nông nghiệp môi trường"],
        ),
        (
            "Sở Y tế cùng Công an tỉnh, cấp ủy cùng cấp",
            &[
                "Sở Y tế = sở y tế",
                "Công an tỉnh = công an tỉnh",
                "cấp ủy cùng cấp = cấp uỷ cùng cấp",
            ],
        ),
        (
            "Chủ tịch UBND các tỉnh: Hà Nam, Lào Cai",
            &[
                "Chủ tịch UBND tỉnh Hà Nam = chủ tịch uỷ ban nhân dân tỉnh hà nam",
                "Chủ tịch UBND tỉnh Lào Cai = chủ tịch uỷ ban nhân dân tỉnh lào cai",
            ],
        ),
        ("đồng chí Bộ trưởng Bộ Y tế", &["đồng chí Bộ trưởng Bộ Y tế = bộ y tế"]),
        ("UBND tỉnh", &["UBND tỉnh = uỷ ban nhân dân tỉnh"]),
        ("", &[]),
    ] {
        assert_eq!(told(cell), wanted, "{cell}");
    }
}
