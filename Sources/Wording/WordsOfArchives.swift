/// What archives and their parts are called.
extension Words {
  package static let archives = "归档目录"
  package static let yearPage = "年度页面"
  package static let campaignPage = "专题"
  package static func yearArchive(_ site: String, _ year: Int) -> String { "\(site) \(year)年度归档" }
  package static func campaignArchive(_ title: String) -> String { "专题归档：\(title)" }
  package static func branchAccount(_ branch: String, _ year: Int) -> String { "\(branch)\(year)年积分账" }
}
