import Diagnostics
import Foundation
import Testing
import Texts

@testable import Loading
@testable import Workspace

/// Expected words are those of the code pages: 编号 in UTF-8 is E7 BC 96 E5 8F B7, which as GBK is 缂栧彿.
@Suite("A table opened in a wrong encoding and saved")
struct WrongEncodingTests {
  private func found(_ text: String, isMarked: Bool = false) -> WrongEncoding? {
    wrongEncoding(of: Array(text.utf8), isMarked: isMarked)
  }

  @Test(
    "UTF-8 taken for GBK is told by its header, and by its names where the header is English",
    arguments: [
      ("缂栧彿,濮撳悕\nwang-wei,鐜嬩紵\n", 1, "缂栧彿", "编号"), ("key,name\nwang-wei,鐜嬩紵\n", 2, "鐜嬩紵", "王伟"),
      // Of three characters in a cell the ninth byte is lost.
      ("鏃ユ湡,浜嬬敱\n2025-03-08,鍏氬憳浼?\n", 1, "鏃ユ湡", "日期"),
    ])
  func asGBK(text: String, line: Int, shown: String, meant: String) {
    for isMarked in [false, true] {
      #expect(
        found(text, isMarked: isMarked)
          == WrongEncoding(kind: .utf8AsGBK, line: line, shown: shown, meant: meant))
    }
  }

  @Test("taken for an encoding of Western Europe: UTF-8, and GBK")
  func asLatin() {
    // E5 A7 93 E5 90 8D and D0 D5 C3 FB are 姓名.
    #expect(
      found("å§“å\u{90}\u{8D},note\n")
        == WrongEncoding(kind: .utf8AsLatin, line: 1, shown: "å§“å\u{90}\u{8D}", meant: "姓名"))
    #expect(found("ÐÕÃû,note\n") == WrongEncoding(kind: .gbkAsLatin, line: 1, shown: "ÐÕÃû", meant: "姓名"))
  }

  @Test("words that are lost leave question marks, or what stands for them, in the whole header")
  func lost() {
    #expect(found("??,??,??\n2025-03-08,a,b\n") == WrongEncoding(kind: .lost, line: 1, shown: "??", meant: ""))
    #expect(found("锟斤拷锟斤拷,锟斤拷\n")?.kind == .lost)
    #expect(found("日期,?\n") == nil && found("??\n") == nil)
  }

  @Test("bytes of GBK that are UTF-8 too are no guess: both readings are told, and a mark decides")
  func either() {
    // 通统 in GBK, CD A8 CD B3, are two marks that join in UTF-8.
    let text = String(decoding: Array("key,name\na,".utf8) + [0xCD, 0xA8, 0xCD, 0xB3, 0x0A], as: UTF8.self)
    #expect(found(text)?.kind == .either && found(text)?.meant == "通统" && found(text)?.line == 2)
    #expect(found(text, isMarked: true) == nil)
  }

  @Test(
    "what is right stays right: Chinese of every kind, pinyin, units, names of other peoples",
    arguments: [
      "日期,党员\n2025-03-08,王伟\n", "姓名,拼音\n吕娜,lǚ nà\n", "key,name,pinyin\nlv,吕,lü\n", "point,value °C\nA·B,1 µg/L\n",
      "name\nMüller\nGrößer\n", "编号,名称\n1,阿依古丽·买买提江\n", "編號,姓名\n1,龍\n", "名称,值\n龘靐,（一）\n", "a,b\n1,2\n", "",
    ])
  func right(text: String) {
    #expect(found(text) == nil)
  }

  @Test("of a large table only the beginning is looked at, in whole lines")
  func beginning() {
    let rows = String(repeating: "2025-03-08,a,b\n", count: 400)
    #expect(found("日期,党员\n" + rows + "缂栧彿,濮撳悕\n") == nil)
    #expect(found("缂栧彿,濮撳悕\n" + rows)?.kind == .utf8AsGBK)
  }

  @Test("one mistake for the file, and nothing that follows from it")
  func once() throws {
    let folder = try SmallProject.folder()
    try folder.write(
      "content/years/2025/records/b02.csv", "鏃ユ湡,鍏氬憳,椤圭洰,浜嬬敱\n2025-03-08,li-na,theme-day,涓夋湀\n")
    let report = try checkSite(project: folder.path)
    #expect(report.diagnostics.map(\.code) == [.wrongEncoding])
    let text = DiagnosticFormatter(tree: report.tree, language: .chinese).report(report.diagnostics)
    #expect(text.contains("records/b02.csv:1") && text.contains("本来是“日期”") && text.contains("CSV UTF-8"))
  }
}
