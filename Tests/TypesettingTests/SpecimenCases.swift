import Typesetting

/// One line of the specimen: what is set, how wide, and what a reader then sees.
struct SpecimenCase: Sendable {
  let rule: String
  let setting: Setting
  /// In ems; `nil` where the line is as long as it is.
  let width: Int?
  let html: String
  let expected: Expected

  enum Expected: Sendable {
    /// Where lines end: `|`.
    case lines(String)
    /// How long the line is, in ems.
    case ems(Double)
    /// How many gaps of an eighth of an em it has.
    case gaps(Int)
  }

  init(_ rule: String, _ setting: Setting = .prose, _ width: Int? = nil, _ html: String, _ expected: Expected) {
    (self.rule, self.setting, self.width, self.html, self.expected) = (rule, setting, width, html, expected)
  }

  var element: String {
    switch setting {
    case .display: "h3"
    default: "p"
    }
  }
}

/// Counted by hand: a Han character and a mark are one em, a figure or letter about half.
let specimenCases: [SpecimenCase] = [
  SpecimenCase("标题按分句断行", .display, 13, "写给柳渚社区的一封信：您那杯水的结果", .lines("写给柳渚社区的一封信：|您那杯水的结果")),
  SpecimenCase("标题按分句断行", .display, 12, "五个周末，三条河，采完四十八个断面", .lines("五个周末，三条河，|采完四十八个断面")),
  SpecimenCase("长的分句在“的”后断行", .display, 8, "最后三十天的记录占全年一成", .lines("最后三十天的|记录占全年一成")),
  SpecimenCase("长的分句在“的”后断行", .display, 9, "写的目的与有的确实相近", .lines("写的目的与有的确|实相近")),
  SpecimenCase("段末三字不拆", .prose, 12, "更正贴在原表旁边，原来的数没有涂掉，签上名字和时间", .lines("更正贴在原表旁边，原来的|数没有涂掉，签上名字|和时间")),
  SpecimenCase("数与量词", .prose, 15, "全年计划活动八十项，支部认领78项，已办76项", .lines("全年计划活动八十项，支部认领|78项，已办76项")),
  SpecimenCase("数与量词", .prose, 11, "按总分从高到低取全公司前20名入围，党委再定", .lines("按总分从高到低取全公司|前20名入围，党委再定")),
  SpecimenCase("日期", .prose, 10, "这件事要在今年办到2月26日", .lines("这件事要在今年办到|2月26日")),
  SpecimenCase("年份之后可以换行", .prose, 10, "要在今年办到2025年6月的水样", .lines("要在今年办到2025年|6月的水样")),
  SpecimenCase("两处不拆的相接", .prose, 6, "女子组用了<b>7分</b><i>40秒</i>，第一名", .lines("女子组用了|7分40秒，|第一名")),
  SpecimenCase("化学式", .prose, 13, "南岸站比对水样，测的是NH₃-N", .lines("南岸站比对水样，测的|是NH₃-N")),
  SpecimenCase("算式", .prose, 14, "华南销售公益参与算得10×26＝260分，再除以人数", .lines("华南销售公益参与算得|10×26＝260分，再除以人数")),
  SpecimenCase("算式", .prose, 13, "这个项目的得分按得分＝赋值×档次÷100", .lines("这个项目的得分按得分＝|赋值×档次÷100")),
  SpecimenCase("标准号", .prose, 13, "水样按国家标准GB/T 15834—2011写明出处", .lines("水样按国家标准|GB/T 15834—2011写明出处")),
  SpecimenCase("相邻标点只留一份空", .prose, nil, "说：“我", .ems(3.5)),
  SpecimenCase("相邻标点只留一份空", .prose, nil, "轴）。”", .ems(3)),
  SpecimenCase("相邻标点只留一份空", .prose, nil, "说，<b>“我</b>", .ems(3.5)),
  SpecimenCase("相邻标点只留一份空", .prose, nil, "说：<a href=\"#\">“我</a>", .ems(3.5)),
  SpecimenCase("相邻标点只留一份空", .prose, nil, "<b>轴。</b>”", .ems(2.5)),
  SpecimenCase("相邻标点只留一份空", .prose, nil, "见（《章程》）", .ems(6)),
  SpecimenCase("标题行首不留半个字的洞", .display, nil, "“我们”", .ems(3.5)),
  SpecimenCase("中西文之间空八分之一字", .prose, nil, "监测仪的CEMS数据", .gaps(2)),
  SpecimenCase("中西文之间空八分之一字", .prose, nil, "看<b>PK</b>结果（VOCs）", .gaps(2)),
  SpecimenCase("间隔号不在行首，名字不拆", .prose, 9, "阿卜杜热依木·阿卜杜克热木", .lines("阿卜杜热依木·|阿卜杜克热木")),
  SpecimenCase("间隔号只有一个宽度", .prose, nil, "高·远", .ems(2.5)),
  SpecimenCase(
    "人名之间有顿号，不在行首", .prose, 7,
    ["高远", "周静怡", "郑晓岚", "曹亦凡", "何思源"].map { "<a class=\"item\" href=\"#\">\($0)</a>" }.joined(),
    .lines("高远、周静怡、|郑晓岚、|曹亦凡、何思源")),
  SpecimenCase(
    "顿号两边不空", .prose, nil, "<a class=\"item\" href=\"#\">标准</a><a class=\"item\" href=\"#\">24度</a>", .gaps(1)),
  SpecimenCase("注号不在行首", .prose, 9, "这个数怎么来见注解<sup>1</sup>之后", .lines("这个数怎么来见注|解1之后")),
  SpecimenCase("收尾的标点跟着前面", .prose, 8, "他们都写在这张《一页纸》，里", .lines("他们都写在这张|《一页纸》，里")),
]
