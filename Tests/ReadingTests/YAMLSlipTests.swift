import Diagnostics
@testable import Parsing
@testable import Reading
import Testing
import Texts

/// What a Chinese keyboard writes for YAML's own signs is named where it stands, and the line written right.
@Suite("Slips of the keyboard in YAML")
struct YAMLSlipTests {
  /// What a check says of a project with one file laid over it, and whether each mistake stands at the mark.
  private func check(_ path: String, _ text: String) throws -> (diagnostics: [Diagnostic], marked: Place?) {
    var project = try Project.base()
    project.files[path] = text
    let (_, diagnostics, _, marked) = project.read()
    return (diagnostics, marked)
  }

  private static let story = """
    branch: b07
    author: zhou-jingyi
    works: [w506]
    summary: 二十六人。
    ---

    正文。

    """

  @Test(
    "in a story's details",
    arguments: [
      ("title1️⃣：三条河\ndate: 2025-09-13\n", "title: 三条河"), ("title: 三条河\ndate1️⃣：2025-09-13\n", "date: 2025-09-13"),
      ("title1️⃣:三条河\ndate: 2025-09-13\n", "title: 三条河"), ("title: 三条河\ndate1️⃣:2025-09-13\n", "date: 2025-09-13"),
      ("title 1️⃣： 三条河\ndate: 2025-09-13\n", "title: 三条河"), ("title1️⃣:\u{3000}三条河\ndate: 2025-09-13\n", "title: 三条河"),
      ("title1️⃣:\u{A0}三条河\ndate: 2025-09-13\n", "title: 三条河"),
      ("title: 三条河\ndate: 2025-09-13\nfigures:\n  - {label1️⃣：点, value: 18}\n", "label: 点"),
      ("title: 三条河\ndate: 2025-09-13\nfigures:\n  - {label1️⃣:点, value: 18}\n", "label: 点"),
      ("title: 三条河\ndate: 2025-09-13\nfigures:\n  - {label: 点1️⃣，value: 18}\n", "半角"),
      ("title: 三条河\ndate: 2025-09-13\nfigures:\n  - {label: \"点\"1️⃣、 value: 18}\n", "半角"),
      ("title: 三条河\ndate: 2025-09-13\nfigures:\n  1️⃣－ {label: 点, value: 18}\n", "- …"),
      ("title: 三条河\ndate: 2025-09-13\nfigures:\n  1️⃣— {label: 点, value: 18}\n", "- …"),
      ("title: 三条河\ndate: 2025-09-13\npeople:\n  1️⃣－ gao-yuan\n  － zhou-jingyi\n", "- …"),
      ("title: 三条河\ndate: 2025-09-13\npeople:\n  1️⃣-gao-yuan\n", "- …"),
      ("title: 三条河\ndate: 2025-09-13\npeople:\n  - gao-yuan\n  1️⃣－ zhou-jingyi\n", "- …"),
      ("title: 三条河\ndate: 2025-09-13\npeople: 1️⃣【gao-yuan, zhou-jingyi】\n", "“[”"),
      ("title: 三条河\ndate: 2025-09-13\npeople: [gao-yuan, zhou-jingyi1️⃣】\n", "“]”"),
      ("title: 三条河\ndate: 2025-09-13\npeople: 1️⃣［gao-yuan］\n", "“[”"),
      ("title: 三条河\ndate: 2025-09-13\npeople: [gao-yuan1️⃣，zhou-jingyi]\n", "半角"),
      ("title: 三条河\ndate: 2025-09-13\npeople: [gao-yuan1️⃣、zhou-jingyi]\n", "半角"),
      ("title: 三条河\ndate: 2025-09-13\nfigures:\n1️⃣\t- {label: 点, value: 18}\n", "半角空格"),
      ("title: 三条河\ndate: 2025-09-13\nfigures:\n1️⃣\u{3000}\u{3000}- {label: 点, value: 18}\n", "半角空格"),
      ("title: 三条河\ndate: 2025-09-13\nfigures:\n  1️⃣\u{3000}- {label: 点, value: 18}\n", "半角空格"),
      ("title: 1️⃣“三条河: 一”\ndate: 2025-09-13\n", "\"…\""), ("title: \"三条河1️⃣”\nplace: \"杭州\"\ndate: 2025-09-13\n", "\"…\""),
      ("1️⃣“title”: 三条河\ndate: 2025-09-13\n", "\"…\""),
      ("title: 三条河\ndate: 2025-09-13\npeople: gao-yuan1️⃣、zhou-jingyi\n", "[a, b]"),
      ("title: 三条河\ndate: 2025-09-13\nfigures:\n  - label1️⃣：点\n    value：18\n", "label: 点"),
      ("title: 走进1️⃣: 三条河\ndate: 2025-09-13\n", "双引号"),
      ("title: 三条河\ndate: 2025-09-13\npeople: [gao-yuan 1️⃣#3, zhou-jingyi]\n", "双引号"),
    ])
  func details(lines: String, remedy: String) throws {
    let (found, marked) = try check("content/campaigns/rivers/three-rivers.md", "---\n" + lines + Self.story)
    let errors = found.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.yamlSyntax], "\(lines)")
    #expect(errors.first?.place == marked, "\(lines)")
    #expect(errors.first?.remedy.zh.contains(remedy) == true, "\(errors.first?.remedy.zh ?? "")")
  }

  @Test("a rule's levels and a task's shares under Chinese keys")
  func chineseKeys() {
    func mistakes(_ text: String) -> [String] {
      YAMLParser(file: 0, firstLine: 1).compose(Array(text.utf8)[...]).1.map {
        "\($0.code.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)"
      }
    }
    #expect(mistakes("levels: {公司：2, 市: 4}\n") == ["yaml-syntax 1:12"])
    #expect(mistakes("levels: {公司: 2, 市：4}\n") == ["yaml-syntax 1:18"])
    #expect(mistakes("levels:\n  公司: 2\n  市：4\n  省: 6\n") == ["yaml-syntax 3:4"])
    #expect(mistakes("levels:\n  公司：2\n  市: 4\n") == ["yaml-syntax 2:5"])
  }

  @Test("nothing of it is said where it is meant so")
  func meant() throws {
    let lines = """
      title: “三条河”：一篇【样例】，共 10:30
      date: 2025-09-13
      place: －－
      summary: 键：值、甲，乙【丙】
      branch: b07
      ---

      正文。

      """
    let (found, _) = try check("content/campaigns/rivers/three-rivers.md", "---\n" + lines)
    #expect(found == [])
  }

  @Test("a sentence with a full-width colon isn't blamed for the mistake below it")
  func innocent() {
    let text = "summary: 第一行\n  题目：见下\n  时间: 九点\n"
    let found = YAMLParser(file: 0, firstLine: 1).compose(Array(text.utf8)[...]).1
    #expect(found.map { $0.place } == [Place(file: 0, line: 3, column: 5)])
  }

  @Test("a number behind a text is missed by nobody: a warning where # cuts it, none where a comment is meant")
  func cut() throws {
    func warned(_ text: String) -> [String] {
      YAMLParser(file: 0, firstLine: 1).compose(Array(text.utf8)[...]).1.map {
        "\($0.code.rawValue) \($0.severity) \($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.message.zh)"
      }
    }
    #expect(warned("title: 走进 #3 站房\n") == ["swallowed-text warning 1:11 “#3 站房”成了注释"])
    #expect(warned("- 党日 #2类\n- x\n") == ["swallowed-text warning 1:6 “#2类”成了注释"])
    #expect(warned("- [甲, 走进 #3\n  , 乙]\n") == ["swallowed-text warning 1:10 “#3”成了注释"])
    #expect(warned("title: #3 站房\nb: 1\n") == ["swallowed-text warning 1:8 “#3 站房”成了注释"])
    #expect(warned("- #3 站房\n- x\n") == ["swallowed-text warning 1:3 “#3 站房”成了注释"])
    for text in [
      "title: 走进 # 注\n", "title: 走进#3 站房\n", "title: \"走进 #3 站房\"\n", "title: x ## 注\n", "#title: x\nb: 1 #\n",
      "b: |\n  走进 #3\n",
      "b: 1\n  #- c\n",
    ] { #expect(warned(text) == [], "\(text)") }
  }

  @Test(
    "where a comma or all signs of a row in braces are full-width, nothing else is told: no key is missing that stands there",
    arguments: [
      "- {code1️⃣：near-double，at：x，reason：看过，until：2026-01-01}\n",
      "- {code: near-double, at: x1️⃣，reason：看过, until: 2026-01-01}\n",
      "- {code: near-double, at: x, reason: 看过1️⃣，until：2026-01-01}\n",
      "- {code: near-double, at: x1️⃣、 reason：看过、until：2026-01-01}\n",
    ])
  func acknowledgements(text: String) throws {
    let (diagnostics, marked) = try check("content/warnings.yaml", text)
    #expect(Set(diagnostics.map(\.code)) == [.yamlSyntax], "\(diagnostics.map(\.message.zh))")
    #expect(diagnostics.first?.place == marked)
  }

  @Test("a comma in a text is one, whatever stands behind it")
  func texts() throws {
    let text = "- {code: near-double, at: x, reason: 换届，见纪要：第三条, until: 2099-01-01}\n"
    #expect(try check("content/warnings.yaml", text).diagnostics.allSatisfy { $0.code != .yamlSyntax })
  }
}
