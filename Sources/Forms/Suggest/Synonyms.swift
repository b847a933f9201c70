import Texts

/// What offices call the columns of ours: in rosters, ledgers and exports of several systems.
enum Synonyms {
  /// By the name of the column.
  static let columns: [String: [String]] = [
    "member": [
      "姓名", "党员姓名", "党员", "志愿者姓名", "志愿者", "参加人员", "参与人员", "参会人员", "人员", "人员姓名", "得分人", "党员名字", "名字",
    ],
    "name": ["姓名", "党员姓名", "党员", "人员姓名", "名字"],
    "branch": [
      "支部", "所在支部", "所属支部", "支部名称", "党支部", "所在党支部", "所属党支部", "党支部名称", "所属党组织", "所在党组织", "党组织",
      "党组织名称", "所属组织",
    ],
    "date": [
      "日期", "时间", "活动时间", "活动日期", "服务日期", "服务时间", "开展时间", "发生日期", "发生时间", "积分日期", "加分日期", "积分时间", "年月日",
    ],
    "item": ["项目", "积分项目", "积分事项", "考核项目", "考核内容", "加分项目", "加减分项目", "积分类别", "积分类型", "活动类型", "事项", "类别"],
    "note": [
      "事由", "加分事由", "积分事由", "加减分事由", "具体事由", "内容", "活动内容", "具体内容", "主要内容", "活动名称", "服务项目", "志愿服务项目", "服务内容",
      "志愿服务内容", "志愿项目", "活动主题", "说明",
    ],
    "points": ["得分", "加分", "分值", "积分", "分数", "加减分"],
    "minutes": ["分钟", "服务时长", "时长", "志愿服务时长", "志愿时长", "服务小时", "工时", "小时", "小时数", "服务时数", "时数"],
    "quantity": ["数量", "学时", "课时", "次数", "篇数"],
    "level": ["级别", "获奖级别", "奖项级别", "层级"],
    "parent": ["上级组织", "上级党组织", "上级", "隶属", "隶属组织"],
    "joined": [
      "入党日期", "入党时间", "入党年月", "加入中共组织日期", "加入党组织日期", "加入党组织时间", "加入中国共产党时间", "接收预备党员日期", "接收为预备党员日期",
    ],
    "standing": ["身份", "人员类别", "党员类别", "党员身份"],
    "duty": ["职务", "党内职务"],
    "from": ["自", "任职时间", "任职日期", "转入时间", "转入日期"],
    "to": ["至", "离任时间", "转出时间", "转出日期"],
  ]

  /// Columns about a person that points have no use for.
  static let personal: Set<String> = [
    "身份证号", "身份证号码", "身份证", "公民身份号码", "证件号码", "证件号", "手机号", "手机号码", "手机", "联系电话", "电话", "联系方式", "家庭住址", "住址",
    "出生年月", "出生日期", "性别", "民族", "籍贯", "学历", "学位", "银行卡号", "邮箱", "志愿者编号", "工号", "行政职务", "职称", "工作单位", "年龄",
    "转正时间", "转正日期", "转为正式党员日期", "党内职务",
  ]

  static let remarks: Set<String> = ["备注", "注", "说明", "附注"]
  static let ranks: Set<String> = ["排名", "名次", "排序", "位次"]
  static let added: Set<String> = ["加分", "奖分", "奖励分"]
  static let deducted: Set<String> = ["扣分", "减分", "惩分"]
  static let sums: Set<String> = ["本月得分", "合计", "总分", "小计", "月合计", "累计得分", "总积分", "本月合计", "本月积分", "月得分", "总得分"]
  static let numbers: Set<String> = ["序号", "no", "no.", "#", "行号", "编号"]

  static let all: Set<String> = Set(columns.values.joined().map(\.asHeader)).union(personal).union(remarks).union(ranks)
    .union(added).union(deducted).union(sums).union(numbers)

  static func isOne(_ name: String, of column: String) -> Bool {
    columns[column]?.contains { $0.asHeader == name } ?? false
  }
}
