import Diagnostics
import Texts
import Testing

@Suite("Numbers of persons")
struct PersonalNumberTests {
  private func kinds(_ text: String, _ form: TextForm = .prose) -> [PersonalNumber.Kind] {
    personalNumbers(in: Array(text.utf8), as: form).found.map(\.kind)
  }

  @Test(
    "a mobile number is one in whatever way it is grouped and spelt",
    arguments: [
      "13800138000", "+8613800138000", "008613800138000", "8613800138000", "+86 138 0013 8000", "+86 (138) 0013-8000",
      "+86138 0013 8000", "(138)00138000", "138 00138000", "138.0013.8000", "138—0013—8000", "138－0013－8000",
      "138\u{A0}0013\u{A0}8000", "138　0013　8000", "138\u{200B}0013\u{200B}8000", "138 - 0013 - 8000", "１３８００１３８０００",
      "电话：1 3 8 0 0 1 3 8 0 0 0", "1-3-8-0-0-1-3-8-0-0-0", "𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎", "1\u{FE0F}\u{20E3}3\u{FE0F}\u{20E3}800138000",
      "tel13800138000",
      "电话13800138000", "电话1380 0138 000", "img_13800138000.jpg", "2025-03-08 13900000000", "1380013 8000",
      "1380 0138 000", "1380-0138-000", "电话 138-2025-0001", "手机及微信：1380 0138 000", "电话号码 13 800 138 000",
      "联系电话（办公室）13 800 138 000", "Telephone: 13 800 138 000",
      "ID13800138000", "zhangsan13800138000", "z13800138000.jpg", "w13800138000",
    ])
  func mobile(text: String) {
    #expect(kinds(text, .table) == [.mobile])
    #expect(kinds(text) == [.mobile])
  }

  @Test(
    "what a page shows as one number is one in its source: marks, tags, entities, escapes and line ends don't hide it",
    arguments: [
      "138**0013**8000", "1**38**00138000", "138<b>0013</b>8000", "138&#32;0013&nbsp;8000", "&#49;3800138000",
      "&#x31;3800138000", "\\x31\\x33800138000", "\\u00313800138000", "138\\-0013\\-8000", "138\n0013\n8000",
      "%313800138000", "[138](a.md) 0013 8000",
    ])
  func marks(text: String) { #expect(kinds(text) == [.mobile]) }

  @Test("days and figures before a number hide none, whatever parts them from it")
  func behindFigures() {
    for figure in ["2024-12-01", "7", "12.5", "20241201", "1 2 3", "6-4", "99     1", "2024-12-01 2024-12-31"] {
      for sign in [",", "\n", "，", "\"", ";", "人", "：", "| ", "“", "·"] {
        #expect(kinds(figure + sign + "13800138000", .table) == [.mobile], "\(figure)\(sign)")
        #expect(kinds(figure + sign + "11010519491231002X", .table) == [.identityCard], "\(figure)\(sign)")
      }
    }
  }

  @Test(
    "a card number has 18 signs or, of the old kind, 15",
    arguments: [
      "证号330106199001011234", "33010619900101123X，", "11010119900307123Ｘ", "330106 19900101 1234",
      "110101　19900307　4518",
      "1101 0119 9003 0745 18", "ID110101199003074518", "１１０１０１１９９００３０７４５１Ｘ", "110101900307451",
    ])
  func card(text: String) { #expect(kinds(text) == [.identityCard]) }

  @Test(
    "what only looks like one passes: days, orders, standards, serials, checksums, decimals, columns of figures",
    arguments: [
      "20250308138001380001", "1386543210987", "138001380001", "123456789012345678", "202503081234567890",
      "2025-03-08,2025-03-09", "合同号20250308000117", "0571-85012345", "1234567890", "158-20250308", "1380013-2025",
      "采样 1 200 300 个", "13 800 138 000", "1,380,013,800", "138,1234,5678", "138      1234      5678",
      "- 138\n- 1234\n- 5678", "| 138 | 1234 | 5678 |", "3.14159265358979", "0.13812345678", "13812345678.50",
      "978-7-302-42328-7", "9787302423287", "GB/T 13800-2018", "HJ 168-2020 1200份", "GB 138-2013 8000",
      "6222021234567890123", "6222 0212 3456 7890 123", "622202123456789012", "91330100MA27XXXXXX", "330106400012345",
      "a13800000000b", "c13812345678", "13812345678x", "S13812345678", "DD13812345678", "SN110101199003074518",
      "mmexport1386543210987.jpg", "IMG_20250308_138001",
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "2025-03-08T13:45:00.138",
      "档号 139-2025-0001", "合同编号：150-2025-0017", "HT-138-2025-0001", "案卷 150·2024·0012", "电话会议 15:30-17:00 201室",
      "手机摄影展 13:30-15:00 302会议室", "电话会议：2025-03-15 13:58:12.345", "15234567890.119999", "hotel 15 301 700 201",
      "1 5 4 5 3 4 5 5 4 3 2", "1500 2300 450 600", "1980 2025 138",
    ])
  func lookAlikes(text: String) {
    #expect(kinds(text, .table) == [])
    #expect(kinds(text) == [])
  }

  @Test("a cell's end ends a number, a line's end does in a table")
  func cells() {
    #expect(kinds("138\n0013\n8000", .table) == [])
    #expect(kinds("138,0013,8000", .table) == [])
  }

  @Test("of a number that is shown only the first three digits are, as wide as before")
  func masked() {
    #expect("联系人138 0013 8000。".withoutPersonalNumbers == "联系人138 **** ****。")
    #expect("１３８００１３８０００".withoutPersonalNumbers == "１３８＊＊＊＊＊＊＊＊")
    #expect("330106199001011234、13800138000".withoutPersonalNumbers == "330***************、138********")
    #expect("20250308138001380001".withoutPersonalNumbers == "20250308138001380001")
  }

  @Test("no mistake, whatever it is about, repeats a number of a person: not in its words, its line or its path")
  func shown() {
    let tree = SourceTree(files: [
      SourceFile(path: "content/13800138000.csv", text: "党员,电话\n13800138000,138-0013-8000\n")
    ])
    let mistake = Diagnostic(
      .unknownMember, at: Place(file: 0, line: 2),
      message: Bilingual(zh: "没有党员“13800138000”", en: "no member “13800138000”"),
      remedy: Bilingual(zh: "是不是 13800138001？", en: "13800138001?"))
    for language in [Language.chinese, .english] {
      let text = DiagnosticFormatter(tree: tree, language: language).text(of: mistake)
      #expect(!text.contains("13800138000") && !text.contains("13800138001") && !text.contains("0013-8000"))
      #expect(text.contains("138********,138-****-****"))
    }
  }

  @Test("numbers beyond the limit are counted")
  func limit() {
    let (found, further) = personalNumbers(in: Array("13800138000，13900139000，13700137000".utf8), as: .prose, limit: 2)
    #expect(found.count == 2)
    #expect(further == 1)
  }
}
