import Scoring

/// What a preview says of a text that isn't published yet.
extension Words {
  package static let draft = "草稿，还没有发布，只在预览里看得到"
  package static func later(_ day: Day) -> String { "\(day)起发布，现在只在预览里看得到" }
}
