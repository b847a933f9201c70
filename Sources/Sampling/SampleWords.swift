/// What the notes of daily records say; a slot in braces is filled from the list of that name.
enum Words {
  /// The committee's theme for each month, from December.
  static let themes: [Int: [String]] = [
    2024: [
      "年度总结与来年课题征集", "2023年度组织生活会准备", "节后安全生产大检查动员", "便民维修与志愿服务", "走进用户现场听意见", "政治生日座谈",
      "七一前重温入党誓词", "半年工作盘点", "高温送清凉", "质量月现场查隐患", "重阳敬老与厂史学习", "项目复盘与公示答疑",
    ],
    2025: [
      "积分标准修订意见征集", "2024年度组织生活会准备", "返岗安全与承诺践诺", "社区科普与志愿服务", "痛点课题现场会", "政治生日与师徒见面",
      "重温入党誓词与先进分享", "半年公示与异议答复", "防汛值守与高温慰问", "河道监测与质量月", "敬老服务与退休党员走访", "成效复盘与年终公示",
    ],
  ]

  static let meetings = [
    "支部党员大会：讨论{matter}", "党小组会：落实{matter}", "支委扩大会：研究{matter}", "党课：{lecture}",
    "支部党员大会：通报{matter}", "党小组会：对照检查{matter}",
  ]

  static let slots: [String: [String]] = [
    "matter": [
      "发展对象政审材料", "半年积分公示", "痛点课题分工", "承办活动预算", "预备党员转正", "党费收缴与使用", "学习笔记检查结果", "年度考核细则",
      "意见箱答复", "安全隐患整改", "课题跟进记录", "公益服务安排",
    ],
    "lecture": [
      "科技自立与岗位责任", "一张谱图背后的诚信", "数据造假的代价", "从一次投诉看作风", "老党员讲创业头三年", "质量是签过字的承诺", "怎样做一次有用的复盘",
      "纪律条例案例读讲",
    ],
    "device": [
      "便携光谱仪", "在线质谱", "烟气分析仪", "氨氮分析仪", "总磷总氮分析仪", "激光气体分析仪", "VOCs监测仪", "液相色谱仪", "水质自动站", "数据采集仪",
    ],
    "part": [
      "气路接头", "采样泵", "比色池", "射频电源", "真空规", "控温风扇", "光阑组件", "试剂阀", "主控板", "进样针", "伴热管", "补传模块",
    ],
    "course": [
      "党章专题", "纪律处分条例", "政府工作报告", "高质量发展专题", "科学家精神读本", "安全生产法", "数据安全法", "环境保护法", "党史专题", "调查研究方法",
      "知识产权专题", "廉洁从业案例",
    ],
    "city": ["青荇", "岭下", "云和", "南岸", "北原", "桐荫", "柳渚", "三塘", "望山", "石桥"],
    "site": ["钢厂烟气点位", "水泥窑尾", "园区边界站", "河口水站", "污水厂出口", "化工园区走航", "第三方实验室", "自来水厂取水口"],
  ]

  static let study = [
    "学习{course}，笔记已交", "网上课程：{course}", "集中学习{course}并讨论", "自学{course}，写心得一篇", "{course}测试合格",
  ]
  static let reviewNotes = ["民主评议：互评与测评", "民主评议：个人述职并测评"]

  /// Notes of the optional items by key.
  static let optional: [String: [String]] = [
    "lecture": ["主讲党课：{lecture}", "技术课：{device}常见故障", "技术课：{part}的拆装", "新员工课堂：{device}原理入门"],
    "mentor": ["带教：{part}装调", "带教：{device}校准", "带教：现场安全规程", "带教：读懂{device}的谱图"],
    "contest": ["内部比武：{part}更换", "内部比武：{device}校准", "片区比武：故障排查"],
    "patent": ["一种{device}的{part}结构", "{device}数据处理方法", "用于{device}的校准装置", "{device}配套软件著作权"],
    "craft": ["{part}装配改进", "{device}出厂测试流程改进", "{part}检验工装", "{device}线缆标识改进"],
    "award": ["优秀课题组成员", "安全生产先进个人", "质量改进成果奖", "青年岗位能手", "技术创新奖", "志愿服务先进个人"],
    "article": ["内网专栏：{device}背后的人", "内网专栏：在{site}的一周", "行业刊物：{device}应用案例", "简报：一次{part}排查"],
    "proposal": ["{part}改国产替代", "{device}包装箱循环使用", "{part}来料抽检改全检", "{device}测试用气回收"],
    "site-duty": ["{city}{site}值守", "节假日{city}值班", "{city}{site}驻点调试", "{city}用户现场保障"],
    "urgent": ["{city}{site}夜间抢修", "{city}应急监测出动", "重点订单{device}加急装调", "{city}汛期设备转移"],
    "newcomer": ["结对谈话：岗位适应", "结对谈话：住房与通勤", "陪同熟悉{site}", "结对谈话：学习计划"],
    "trial": ["{device}试用：界面问题", "{device}试用：{part}异响", "{device}试用：说明书错漏"],
    "safety": ["{part}工位用电隐患", "气瓶间标识缺失", "通道堆放整改", "{device}测试区通风"],
  ]

  static let chores = [
    "便民维修半天", "社区垃圾分类引导", "图书角整理", "河岸捡拾", "路口文明引导", "旧衣整理打包", "上门教老人用手机", "无偿校准社区水质仪",
    "小学科学课助教", "厂区献血车引导", "邻里探访独居老人", "防汛沙袋搬运",
  ]

  static func filled(_ template: String, _ dice: inout Dice) -> String {
    guard template.contains("{") else { return template }
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest.firstIndex(of: "}") {
      text += rest[..<open]
      text += dice.pick(slots[String(rest[rest.index(after: open)..<close])] ?? [""])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
