import Scoring
import Testing

@testable import Reading

/// What cells of an items table say, clause by clause.
@Suite("Short notation of rules")
struct RuleNotationTests {
  private func read(_ cell: String, _ context: NotationContext = .rule) -> [RuleClause] {
    (try? RuleNotation.parse(cell, in: context).map(\.clause)) ?? []
  }

  private func fault(_ cell: String, _ context: NotationContext = .rule) -> NotationFault? {
    do throws(NotationFault) {
      _ = try RuleNotation.parse(cell, in: context)
      return nil
    } catch { return error }
  }

  @Test(
    "points of a record, written as offices do",
    arguments: ["每次2分", "每次加2分", "每次：2", "每次得2分", "每次 ２ 分"])
  func points(cell: String) {
    #expect(read(cell) == [RuleClause(.points, "2")])
  }

  @Test("a number alone is left to the row's unit", arguments: ["2", "2分", "+2", "加2分", "２"])
  func amount(cell: String) {
    #expect(read(cell) == [RuleClause(.amount, "2")])
  }

  @Test("deductions", arguments: ["每次扣1分", "每次-1分", "每次减1", "每次－1分"])
  func deductions(cell: String) {
    #expect(read(cell) == [RuleClause(.points, "-1")])
  }

  @Test("units, full units and one of a unit")
  func units() {
    #expect(read("每小时0.5分") == [RuleClause(.unit, "小时"), RuleClause(.per, "0.5")])
    #expect(
      read("每满10人次1分") == [RuleClause(.each, "10"), RuleClause(.unit, "人次"), RuleClause(.per, "1")])
    #expect(read("每1次2分") == [RuleClause(.unit, "次"), RuleClause(.per, "2")])
    #expect(read("每“100字”2分") == [RuleClause(.unit, "100字"), RuleClause(.per, "2")])
    #expect(read("每项扣0.2分") == [RuleClause(.unit, "项"), RuleClause(.per, "-0.2")])
  }

  @Test("levels, with commas of either kind between them, quoted and with a colon")
  func levels() {
    let wanted = [
      RuleClause(.level("国家级"), "6"), RuleClause(.level("省级"), "4"), RuleClause(.level("一等奖"), "-2"),
    ]
    #expect(read("国家级6分、省级4分、一等奖扣2分") == wanted)
    #expect(read("国家级：6，省级：4分；“一等奖”-2分", .levels) == wanted)
    #expect(read("弄虚作假扣完") == [RuleClause(.level("弄虚作假"), "all")])
    #expect(read("“3等奖、4等奖”2分") == [RuleClause(.level("3等奖、4等奖"), "2")])
    // A sign at the end of a name isn't taken for one.
    #expect(read("一等奖3分") == [RuleClause(.level("一等奖"), "3")])
  }

  @Test("steps, as bounds and as ranges that meet")
  func steps() {
    let wanted = [
      RuleClause(.unit, "分"), RuleClause(.step(from: "60"), "0.5"), RuleClause(.step(from: "80"), "1"),
    ]
    #expect(read("60分以上0.5分、80分以上1分") == wanted)
    #expect(read("60～80分档0.5分、80分以上1分") == wanted)
    #expect(read("60-79分0.5分、80分起1分") == wanted)
    #expect(read("80%以上2分") == [RuleClause(.unit, "%"), RuleClause(.step(from: "80"), "2")])
    #expect(fault("60～79分档0.5分、85分以上1分")?.kind == .gap(end: "79"))
    #expect(fault("60～80分档0.5分")?.kind == .gap(end: "80"))
    #expect(fault("60分以上0.5分、80个以上1分")?.kind == .otherUnit("分"))
  }

  @Test("running quantities, discretion, a start, a weight, bounds of a branches' item")
  func others() {
    #expect(
      read("累计满10学时2分、满20学时5分") == [
        RuleClause(.unit, "学时"), RuleClause(.reach(from: "10"), "2"), RuleClause(.reach(from: "20"), "5"),
      ])
    for cell in ["1～5分酌情", "酌情1至5分", "酌情加1-5分"] { #expect(read(cell) == [RuleClause(.range(from: "1"), "5")]) }
    #expect(read("酌情扣1～4分") == [RuleClause(.range(from: "-4"), "-1")])
    #expect(read("基础分10分") == [RuleClause(.start, "10")])
    #expect(read("占20%") == [RuleClause(.weight, "20")])
    #expect(read("满分5分，最低扣2分") == [RuleClause(.max, "5"), RuleClause(.min, "-2")])
  }

  @Test("caps in a cell of rules name their span and that they bound")
  func caps() {
    for cell in ["全年不超过12分", "每年最多12分", "年度封顶12分", "全年12分封顶", "全年累计不超过12分", "全年最多扣12分"] {
      #expect(read(cell) == [RuleClause(.cap(.year), "12")], "\(cell)")
    }
    #expect(
      read("单次2分，日2，周3，月6分，季12分，年20分", .caps).map(\.field) == CapSpan.allCases.map { .cap($0) })
    #expect(read("每次2分，全年不超过12分") == [RuleClause(.points, "2"), RuleClause(.cap(.year), "12")])
  }

  @Test("roles, second times, affairs, days, and for whom")
  func terms() {
    #expect(read("负责人100%、成员80%") == [RuleClause(.role("负责人"), "1"), RuleClause(.role("成员"), "0.8")])
    #expect(read("负责人1、成员0.8", .roles) == [RuleClause(.role("负责人"), "1"), RuleClause(.role("成员"), "0.8")])
    for cell in ["再次1.5倍、2倍", "第二次1.5倍，第三次起2倍"] {
      #expect(read(cell) == [RuleClause(.again, "1.5"), RuleClause(.again, "2")], "\(cell)")
    }
    #expect(read("同一事项取最高") == [RuleClause(.once, "true")])
    #expect(read("2026-06-01起，至2026-09-30") == [RuleClause(.from, "2026-06-01"), RuleClause(.to, "2026-09-30")])
    #expect(read("限预备党员") == [RuleClause(.audience, "预备")])
    #expect(
      read("书记、委员；b13", .audience) == [
        RuleClause(.audience, "书记"), RuleClause(.audience, "委员"), RuleClause(.audience, "b13"),
      ])
  }

  @Test(
    "what may mean several things is refused with each of them written out",
    arguments: [
      ("每月2分", ["每月不超过2分", "每1月2分"]), ("月6分", ["每月不超过6分", "“每月”6分"]),
      ("1～5分", ["酌情1～5分", "1分以上…分、5分以上…分"]), ("满10学时2分", ["每满10学时2分", "累计满10学时2分", "10学时以上2分"]),
      ("每10人1分", ["每满10人1分", "每人…分"]), ("不超过6分", ["每月不超过6分", "全年不超过6分", "单次不超过6分"]),
      ("三等奖加3分", ["三等奖…分", "三等奖扣…分", "“三等奖加”…分"]),
    ])
  func ambiguous(cell: String, ways: [String]) {
    #expect(fault(cell)?.kind == .ambiguous(ways))
  }

  @Test("a cell that is shown as 20% and holds 0.2 isn't taken for a fifth of a per cent")
  func percent() {
    #expect(fault("0.2", .number(.weight))?.kind == .ambiguous(["20%", "0.2%"]))
    #expect(read("20", .number(.weight)) == [RuleClause(.weight, "20")])
    #expect(read("20%", .number(.weight)) == [RuleClause(.weight, "20")])
  }

  @Test(
    "what says nothing certain is a fault where it begins",
    arguments: [
      ("每次2分，视情况而定", 5), ("每次2分；全年若干", 5), ("每小时0.5分/人", 0), ("优秀", 0), ("全年累计不得超过12分奖励", 0), ("3等奖2分", 0),
    ])
  func faults(cell: String, at: Int) {
    #expect(fault(cell)?.at == at)
  }

  // MARK: Properties

  private func name(_ random: inout Seeded) -> String {
    let signs = [
      "级", "甲", "一", "3", "分", "每", "月", "、", "，", "“", "”", "\"", "：", "扣", "加", "满", "限", "%", "A", "-", "以上", "奖",
    ]
    return (0..<Int.random(in: 1...4, using: &random)).map { _ in signs.randomElement(using: &random) ?? "" }.joined()
  }

  private func number(_ random: inout Seeded, _ range: ClosedRange<Int> = 1...2000) -> String {
    decimalText(Int64(Int.random(in: range, using: &random)), scale: 2, least: 0, most: 2)
  }

  private func clauses(_ random: inout Seeded) -> [RuleClause] {
    func signed() -> String { (Bool.random(using: &random) ? "-" : "") + number(&random) }
    let unit = RuleClause(.unit, name(&random))
    var names = Set<String>()
    func fresh() -> String {
      while true {
        let made = name(&random)
        if names.insert(made).inserted { return made }
      }
    }
    let ways: [RuleClause] =
      switch Int.random(in: 0...7, using: &random) {
      case 0: [RuleClause(.points, signed())]
      case 1: [unit, RuleClause(.per, signed())]
      case 2: [RuleClause(.each, number(&random)), unit, RuleClause(.per, signed())]
      case 3: (0..<3).map { _ in RuleClause(.level(fresh()), Bool.random(using: &random) ? "all" : signed()) }
      case 4: [unit] + (1...3).map { RuleClause(.step(from: "\($0 * 20)"), signed()) }
      case 5: [unit] + (1...3).map { RuleClause(.reach(from: "\($0 * 20)"), signed()) }
      case 6: [RuleClause(.range(from: number(&random)), number(&random))]
      default: [RuleClause(.range(from: "-" + number(&random)), "-" + number(&random))]
      }
    let more: [RuleClause] = [
      RuleClause(.start, number(&random)), RuleClause(.max, number(&random)), RuleClause(.min, "-" + number(&random)),
      RuleClause(.once, "true"), RuleClause(.from, "2026-06-01"), RuleClause(.to, "2026-09-30"),
      RuleClause(.weight, number(&random)),
    ].filter { _ in Bool.random(using: &random) }
    let spans = CapSpan.allCases.filter { _ in Bool.random(using: &random) }
    let roles = Bool.random(using: &random) ? (0..<2).map { _ in RuleClause(.role(fresh()), number(&random)) } : []
    let again = Bool.random(using: &random) ? [RuleClause(.again, number(&random)), RuleClause(.again, "2")] : []
    return ways + more + spans.map { RuleClause(.cap($0), number(&random)) } + roles + again
  }

  @Test("what is written reads back to the same clauses, and is written the same again")
  func roundTrip() throws {
    var random = Seeded(state: 12)
    for _ in 0..<3000 {
      let wanted = clauses(&random)
      let text = NotationWriter.write(wanted, in: .rule)
      #expect(read(text) == wanted, "\(text): \(String(describing: fault(text)))")
      #expect(NotationWriter.write(read(text), in: .rule) == text)
    }
  }

  @Test("so are cells of columns that say what they are")
  func columns() {
    var random = Seeded(state: 5)
    for _ in 0..<500 {
      let levels = (0..<2).map { RuleClause(.level("\($0)" + name(&random)), "-" + number(&random)) }
      let roles = (0..<2).map { RuleClause(.role("\($0)" + name(&random)), number(&random)) }
      let audience = (0..<2).map { RuleClause(.audience, "\($0)" + name(&random)) }
      for (wanted, context) in [(levels, NotationContext.levels), (roles, .roles), (audience, .audience)] {
        let text = NotationWriter.write(wanted, in: context)
        #expect(read(text, context) == wanted, "\(text)")
      }
    }
  }
}
