/// What a group of companies is compared by, in words; the keys are the measures' own.
package enum GroupWords {
  package static let title = "各公司双积分"
  package static let company = "公司"
  package static let sum = "合计"

  package static func name(_ measure: String) -> String { words[measure]?.name ?? measure }
  package static func numerator(_ measure: String) -> String { words[measure]?.numerator ?? "" }
  package static func denominator(_ measure: String) -> String { words[measure]?.denominator ?? "" }
  /// What a figure is written with, behind its number.
  package static func unit(_ measure: String) -> String { words[measure]?.unit ?? "" }
  /// What counts, in a sentence.
  package static func definition(_ measure: String) -> String { words[measure]?.definition ?? "" }
  package static func year(_ year: Int) -> String { "\(year)年" }
  package static func pageTitle(_ measure: String, _ year: Int) -> String { "\(year)年\(name(measure))" }

  /// A chart's message: how the sum went, and nobody's place.
  package static func course(_ measure: String, from: Int, _ first: String, to: Int, _ last: String) -> String {
    "\(name(measure))合计：\(from)年\(first)，\(to)年\(last)"
  }

  package static let chartNote = "各公司历年，次序是给定的，不是名次；没有用双积分的年份空着。"

  private struct MeasureWords {
    let name: String
    let numerator: String
    let denominator: String
    let unit: String
    let definition: String
  }

  private static let words: [String: MeasureWords] = [
    "participation": MeasureWords(
      name: "参与率", numerator: "有得分的党员", denominator: "参加排名的党员", unit: "%",
      definition: "当年账上至少有一条得分的党员，占参加排名的党员。人人都有的起始分不算，免计党员不进分母。"),
    "welfare": MeasureWords(
      name: "公益参与率", numerator: "参加公益的党员", denominator: "计入的党员", unit: "%",
      definition: "公益时长达到本公司标准的党员，占计入的党员。几分钟算参加，由各公司的标准规定。"),
    "works": MeasureWords(
      name: "有凭据的工作", numerator: "有凭据的工作", denominator: "品牌下的工作", unit: "%",
      definition: "当年有记录、公益、活动、项目或纪实指向的工作，占品牌下的全部工作。没有凭据不等于没有做。"),
    "activities": MeasureWords(
      name: "每百人活动", numerator: "办了的活动", denominator: "参加排名的党员", unit: "项",
      definition: "办了的活动，除以参加排名的党员，乘一百。公司大小不同，所以按人算。"),
    "stories": MeasureWords(
      name: "每百人纪实", numerator: "纪实", denominator: "参加排名的党员", unit: "篇",
      definition: "属于当年的纪实，除以参加排名的党员，乘一百。"),
    "records": MeasureWords(
      name: "人均记录", numerator: "日常记录", denominator: "参加排名的党员", unit: "条",
      definition: "日常记录的条数，除以参加排名的党员。记得细的公司条数多，不表示做得多。"),
    "late": MeasureWords(
      name: "补录占比", numerator: "补录的记录", denominator: "日常记录", unit: "%",
      definition: "写有补录日期的记录，占全部日常记录。"),
  ]
}
