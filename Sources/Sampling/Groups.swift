import Scoring

/// The Party groups that got their plaque on site (S18): stories with a metric, never points.
func groupFiles(_ company: Company) -> [SampleFile] {
  func keys(_ branch: String, _ named: [String], _ count: Int) -> [String] {
    let others = company.people.filter { person in
      company.branches[person.home].id == branch && !named.contains(person.key) && person.stays.count == 1
        && person.stays[0].from < day(2024, 1, 1) && person.stays[0].to == nil && person.stays[0].exemption == nil
        && !person.isInStories
    }
    return named + others.prefix(max(0, count - named.count)).map(\.key)
  }
  return [
    group(
      "north", "北原市场党小组", "b13", ["xing-beichen", "guan-xueyan", "tong-lichun", "qu-xiangyang", "wang-yinan"],
      day(2025, 3, 7), "北原市北方大区客户会现场",
      ["回访断档的老客户一家不漏", "报价一次说清，不留二次加价", "样机演示前自己先开机一遍", "验收问题当天记、三天内回话", "新人第一单有人陪到验收"],
      "{name: 人均签约额, unit: 万元, members: 318.5, everybody: 250, source: 营销中心2025年9月签约台账}"),
    group(
      "delivery", "整机交付党小组", "b06", keys("b06", ["ma-xiao", "liang-yuchen", "ran-guifang"], 6),
      day(2024, 4, 19), "制造中心总装线",
      ["缺料当天上报", "返工必登记", "交接班把没做完的写清楚", "力矩不达标不放行", "带一名新人独立上线", "发货前多看一遍铭牌"],
      "{name: 人均月装配, unit: 台, members: 9.6, everybody: 8.4, source: 制造中心2025年6月产量表}"),
    group(
      "stations", "水站运维党小组", "b14", keys("b14", ["zheng-xiaolan", "pang-shouxin", "wen-ruogu"], 5),
      day(2024, 5, 10), "运维服务中心备件库",
      ["到站先拍照", "换下的零件带回编号", "试剂到期前五天换", "远程能判断的不让客户等人", "备件柜用一件记一件"],
      "{name: 一次修复率, unit: \"%\", members: 91.2, everybody: 84.5, source: 运维服务中心2025年1月至9月工单}"),
    group(
      "yanhe", "盐河现场临时党小组", "b08", ["wan-chunhui", "xia-mingfu", "zhong-yichi", "liang-yuchen", "yue-xiaoman"],
      day(2024, 7, 8), "盐河化工园管廊下",
      ["16日中午前交完，不申请延期", "零工伤", "图纸问题当天改图", "每根线有号", "记录不过夜"],
      "{name: 一次校准通过率, unit: \"%\", members: 91.7, everybody: 80.0, source: 工业过程事业部2024年现场交付记录}"),
  ]
}

private func group(
  _ id: String, _ name: String, _ branch: String, _ members: [String], _ on: Day, _ place: String, _ pledges: [String],
  _ metric: String
) -> SampleFile {
  var lines = [
    "name: \(name)", "branch: \(branch)", "plaque: {on: \(on), at: \(place)}",
    "members: [\(members.joined(separator: ", "))]", "pledges:",
  ]
  lines += zip(members, pledges).map { "  - {member: \($0), on: \(on), text: \($1)}" }
  lines.append("metric: \(metric)")
  return SampleFile(path: "content/groups/\(id).yaml", text: lines.joined(separator: "\n") + "\n")
}
