/// What archives and their parts are called.
extension Words {
  static let archives = "归档目录"
  static let yearPage = "年度页面"
  static let campaignPage = "专题"
  static func yearArchive(_ site: String, _ year: Int) -> String { "\(site) \(year)年度归档" }
  static func campaignArchive(_ title: String) -> String { "专题归档：\(title)" }
  static func branchAccount(_ branch: String, _ year: Int) -> String { "\(branch)\(year)年积分账" }
}
