import Scoring
import Testing
import Texts
import Wording

/// Each form of rule as the rulebook's page states it.
@Suite("Words of a rule")
struct RuleWordsTests {
  @Test(
    "every form that needs a sentence has one",
    arguments: [
      (.perRecord(Points(2)), "每条2分"),
      (.perUnit(Points(hundredths: 50), unit: "人", each: Quantity(10)), "每满10人0.5分，不满的部分不计"),
      (
        .levels([.init(name: "缺席", points: Points(-1)), .init(name: "造假", points: Points(-9), takesAll: true)]),
        "缺席−1分，造假：此项不得分"
      ),
      (.steps([.init(60, 50), .init(90, 150)], unit: "分"), "取够得上的最高一档：60分起0.5分，90分起1.5分；不到60分不计"),
      (.reach([.init(10, 200), .init(20, 500)], unit: "学时"), "全年累计：满10学时2分，满20学时5分；到了新的一档，补足与上一档的差"),
      (.range(Points(1), Points(5)), "酌情1至5分，须写明理由"),
      (.range(Points(-4), Points(-1)), "酌情扣1至4分，须写明理由"),
      (.survey(weight: Quantity(20)), "民主测评得分×20%，最多20分"),
      (.rating(least: Points(-5), most: Points(5)), "年终评定，−5至5分"),
    ] as [(Item.Form, String)])
  func forms(form: Item.Form, sentence: String) { #expect(Words.form(form) == [sentence]) }

  @Test("what else holds for its records stands in a sentence each")
  func terms() {
    var terms = Terms()
    terms.start = Points(10)
    terms.roles = [.init(name: "负责人", hundredths: 100), .init(name: "成员", hundredths: 80)]
    terms.isOnce = true
    terms.again = [150, 200]
    terms.audience = Terms.Audience()
    terms.audience?.standings = [.probationary]
    terms.audience?.duties = [.secretary]
    terms.validity = Period(first: SmallYear.day(1, 1), last: SmallYear.day(6, 30))
    let item = Item(
      key: "duty", name: "履职", kind: .base, form: .perRecord(Points(-1)), caps: Caps(), terms: terms, works: [],
      proof: "", place: Place(file: 0, line: 1))
    #expect(
      Words.terms(of: item, branches: ["一支部"]) == [
        "起始10分（基础分），有扣分从中扣，扣完为止", "按角色：负责人×1，成员×0.8", "同一事项取最高，不重复计", "同一年里，第2次按1.5倍，第3次起按2倍",
        "只适用于预备党员、书记、一支部", "只计2025-01-01至2025-06-30的记录",
      ])
    #expect(
      Words.caps(Caps(day: Points(1), week: Points(2), quarter: Points(hundredths: 450))) == [
        "每日上限1分", "每周上限2分", "季度上限4.5分",
      ])
  }
}
