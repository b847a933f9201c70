import Diagnostics
@testable import Parsing
@testable import Reading
import Scoring
import Testing
import Texts

/// What spreadsheets, chats and keyboards leave in tables.
@Suite("Slips in tables")
struct TableSlipTests {
  private let records = "content/years/2025/records/b07.csv"
  private let header = "日期,党员,项目,数量,级别,活动,工作,事由,记录号,更正,补录日期\n"

  private func read(_ change: (inout Project) -> Void) throws -> (told: [String], content: Content?, messages: [String])
  {
    var project = try Project.base()
    change(&project)
    let (content, diagnostics, _, _) = project.read()
    let told = diagnostics.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code.rawValue)" }
    return (told, content, diagnostics.map(\.message.zh))
  }

  @Test("a row that begins with # is a row")
  func hashRow() throws {
    let (told, content, _) = try read {
      $0.files["content/years/2025/records/station.csv"] =
        "# 站房\n事由,日期,党员,项目\n#3站房主题党日,2025-04-08,zhou-jingyi,theme-day\n# 注\n#\n# 注,,,\n"
    }
    #expect(told == [])
    let ledger = try #require(content?.ledger)
    #expect(ledger.years[0].records.count == 5)
    #expect(ledger.notes.contains("#3站房主题党日"))
  }

  @Test("a comment with a comma, which a spreadsheet puts between quotes, is one: above the header and below it")
  func quotedComments() throws {
    var project = try Project.base()
    project.files["content/years/2025/records/b07.csv"] =
      "\"# 一个人,在一个\"\"支部\"\"\r\n两行\",,,\r\n日期,党员,项目,事由\r\n\"# 注,注\",,,\r\n2025-03-08,zhou-jingyi,theme-day,植树\r\n"
      + "\"#3站房,植树\",zhou-jingyi,theme-day,\r\n"
    let (_, diagnostics, _, _) = project.read()
    #expect(diagnostics.map(\.code.rawValue) == ["malformed-date"])
    #expect(diagnostics.first?.place?.line == 6)
  }

  @Test("a person whose line begins with # stays in the roster")
  func hashPerson() throws {
    let (_, content, _) = try read {
      $0.files["content/members/x.csv"] = "姓名,编号,拼音\n#王一,wang-yi,wang yi\n"
    }
    #expect(content?.ledger.roster.members.count == 4)
  }

  @Test(
    "a spreadsheet's error in a cell is told at its place, whatever the column",
    arguments: [
      "#N/A", "########", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "##", "Err:502", "#n/a",
    ])
  func formulas(error: String) throws {
    let (told, _, _) = try read {
      $0.files[records] =
        "日期,党员,项目,事由\n\(error),gao-yuan,theme-day,三月\n2025-03-09,gao-yuan,theme-day,\(error)\n"
    }
    #expect(told == ["2:1 spreadsheet-error", "3:31 spreadsheet-error"])
  }

  @Test("in a chart's table as well, where a label may begin with #")
  func hashChart() throws {
    let chart = "```chart\ndata: csv\ntitle: 机组\nfile: m.csv\nlabel: 机组\nvalues: 数\n```\n"
    let rows = "# 说明\n机组,数\n#1机组,3\n#2机组,4\n"
    for (table, expected) in [(rows, [String]()), (rows + "#3机组,#N/A\n", ["5:6 spreadsheet-error"])] {
      let (told, content, _) = try read {
        $0.files["content/campaigns/rivers/m.csv"] = table
        $0.files["content/campaigns/rivers/index.md"]?.append("\n" + chart)
      }
      #expect(told == expected)
      guard expected.isEmpty else { continue }
      let request = try #require(content?.charts["content/campaigns/rivers/index.md"]?.first)
      guard case .table(let table) = request.subject else { throw Missing() }
      #expect(table.labels == ["#1机组", "#2机组"])
    }
  }
  private struct Missing: Error {}

  @Test("a comment that can't be told from a row is no comment, and the row says what to do")
  func comments() throws {
    let (told, _, _) = try read { $0.files[records] = header + "#注,2025-03-08\n# 三月,两条\n" }
    #expect(told == ["2:1 ragged-row", "3:1 ragged-row"])
  }

  @Test("columns without a name are passed over while empty, also where a row leaves their commas out")
  func unnamed() throws {
    let (told, content, _) = try read {
      $0.files[records] = "日期,党员,项目,事由,, \n2025-03-08,gao-yuan,theme-day,三月,,\n2025-03-09,gao-yuan,theme-day,四月\n"
    }
    #expect(told == [])
    #expect(content?.ledger.years[0].records.count == 2)
  }

  @Test("a filled cell under no name is told once for its column, however the table is cut")
  func unnamedFilled() throws {
    var project = try Project.base()
    project.files[records] =
      "日期,党员,项目,事由,\n2025-03-08,gao-yuan,theme-day,三月,\n2025-03-09,gao-yuan,theme-day,四月,迟到\n"
      + "2025-03-10,gao-yuan,theme-day,五月,早退\n"
    let (tree, _) = project.tree()
    for stretch in [1, 40, 90, 10_000] {
      let found = Reading.read(tree, pool: OneByOne(), stretch: stretch).1
      #expect(found.map(\.message.zh) == ["第5列没有列名，第 3 行却有内容"], "stretches of \(stretch) bytes")
      #expect(found.map { $0.place?.column } == [34])
    }
  }

  @Test("what parts the cells in a comma's stead is named", arguments: ["\t", ";", "；", "，", "|"])
  func separators(sign: String) throws {
    let (told, _, messages) = try read {
      $0.files[records] = "日期,党员,项目\n2025-03-08,gao-yuan,theme-day\n".replacing(",", with: sign)
    }
    #expect(told == ["1:1 wrong-separator"])
    #expect(!(messages.first ?? "").contains("没有“"))
    let (row, _, _) = try read {
      $0.files[records] = "日期,党员,项目\n" + "2025-03-08,gao-yuan,theme-day\n".replacing(",", with: sign)
    }
    #expect(row == ["2:1 ragged-row"])
  }

  @Test("sep= on the first line is passed over", arguments: ["sep=,", "\"sep=,\"", "SEP=,", "sep=,,,"])
  func separatorLine(line: String) throws {
    let (told, _, _) = try read { $0.files[records] = "\(line)\n日期,党员,项目\n2025-03-08,gao-yuan,theme-day\n" }
    #expect(told == [])
    let (semicolon, _, _) = try read { $0.files[records] = "sep=;\n日期;党员;项目\n2025-03-08;gao-yuan;theme-day\n" }
    #expect(semicolon == ["2:1 wrong-separator"])
  }

  @Test(
    "what nobody sees at a cell's ends is no part of it",
    arguments: ["\u{A0}", "\u{2002}", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{2060}", "\u{AD}", "\u{202A}", "\u{202E}"])
  func trimmed(sign: String) throws {
    let (told, content, _) = try read {
      $0.files[records] =
        header
        + "2025-03-08\(sign),\(sign)zhou-jingyi\(sign),theme-day,\(sign)1\(sign),,,,三月\(sign),,,\n\(sign),,,,,,,,,,\n"
      $0.files["content/members/b07.csv"]?.replace("周静怡", with: "\(sign)周静怡\(sign)")
    }
    #expect(told == [])
    #expect(content?.ledger.roster.members.map(\.name).sorted() == ["周静怡", "林知远", "高远"].sorted())
    #expect(content?.ledger.notes.contains("三月") == true)
  }

  @Test("within a cell it is told by name, and once")
  func hidden() throws {
    let (told, _, messages) = try read {
      $0.files[records] =
        header + "2025-03-08,zhou\u{200B}-jingyi,theme-day,,,,,三月,,,\n2025\u{A0}-03-09,gao-yuan,theme-day,,,,,三月,,,\n"
        + "2025-03-10,gao-yuan,theme-day,,,,,三\u{8}月,,,\n"
    }
    #expect(told == ["2:16 hidden-character", "3:5 hidden-character", "4:36 hidden-character"])
    #expect(messages.first?.contains("U+200B") == true)
    #expect(messages.dropFirst().first?.contains("U+00A0") == true)
  }

  @Test(
    "a name of nothing is missing, one with the debris of an encoding is a mistake", arguments: ["?", "？", "\u{FFFD}"])
  func names(sign: String) throws {
    let (told, _, _) = try read {
      $0.files["content/members/b07.csv"]?.replace("高远", with: "高\(sign)")
      $0.files["content/members/b07.csv"]?.replace("林知远", with: "\u{200B}")
    }
    #expect(told == ["3:10 garbled-name", "4:14 missing-value"])
  }

  @Test("a name set apart so that the column lines up is the name without the space; Latin names keep theirs")
  func spacedNames() throws {
    #expect("张　三".asCompared == "张三")
    #expect("李 四".asCompared == "李四")
    #expect("买买提\u{A0}·\u{A0}江".asCompared == "买买提·江")
    #expect("André Müller".asCompared == "André Müller")
    #expect("王 Anna".asCompared == "王 Anna")
    let (told, content, _) = try read {
      $0.files["content/members/b07.csv"]?.replace("高远", with: "高　远")
      $0.files["content/branches.csv"]?.replace("环境监测支部,", with: "软件 研发支部,")
    }
    #expect(told == ["3:5 duplicate-name"])
    #expect(content == nil)
    var names = Names<Int>()
    _ = names.define("gao-yuan", called: ["高　远"], at: Place(file: 0, line: 1))
    guard case .found(Ref(0)) = names.naming("高 远") else { return #expect(Bool(false), "a blank beside a Han") }
  }

  @Test(
    "a mark that joins a comma or a quote hides none", arguments: ["\u{301}", "\u{338}", "\u{200D}x", "\u{FE0F}"])
  func joined(mark: String) throws {
    let rows = header + "2025-03-08,zhou-jingyi,theme-day,,,,,\"三,月\"\(mark),,,\n"
    let (told, _, _) = try read { $0.files[records] = rows }
    #expect(told == ["2:42 stray-quote"])
  }
}
