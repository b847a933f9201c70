/// The sixteen branches of the stories; the sizes are those of the report day and sum to 412.
let showcaseBranches: [SampleBranch] = [
  SampleBranch(id: "b01", short: "光谱研发", unit: "光谱仪器研发中心", size: 30),
  SampleBranch(id: "b02", short: "质谱研发", unit: "质谱仪器研发中心", size: 26),
  SampleBranch(id: "b03", short: "软件研发", unit: "软件与数据中心", size: 40),
  SampleBranch(id: "b04", short: "电子研发", unit: "电子技术部", size: 31),
  SampleBranch(id: "b05", short: "机械设计", unit: "结构设计部", size: 24),
  SampleBranch(id: "b06", short: "生产制造", unit: "制造中心", size: 34),
  SampleBranch(id: "b07", short: "环境监测", unit: "环境监测事业部", size: 29),
  SampleBranch(id: "b08", short: "工业过程", unit: "工业过程事业部", size: 27),
  SampleBranch(id: "b09", short: "实验室仪器", unit: "实验室仪器事业部", size: 22),
  SampleBranch(id: "b10", short: "水质监测", unit: "水质监测事业部", size: 25),
  SampleBranch(id: "b11", short: "华东销售", unit: "营销中心华东大区", size: 23),
  SampleBranch(id: "b12", short: "华南销售", unit: "营销中心华南大区", size: 29),
  SampleBranch(id: "b13", short: "北方销售", unit: "营销中心北方大区", size: 14),
  SampleBranch(id: "b14", short: "运维服务", unit: "运维服务中心", size: 28),
  SampleBranch(id: "b15", short: "职能", unit: "行政、人力与财务", size: 18),
  SampleBranch(id: "b16", short: "离退休", unit: "离退休工作组", size: 12),
]

extension [SamplePerson] {
  /// The first four of the environment branch stand clear of its fifth place, for which two then tie.
  mutating func settleCast(_ branches: [SampleBranch]) {
    let leading = ["shen-liqun": 104, "gao-yuan": 106, "ding-ning": 103, "shao-siyu": 102]
    for index in indices where branches[self[index].home].id == "b07" {
      if let drive = leading[self[index].key] {
        self[index].drive = drive
      } else if self[index].key == "zhou-jingyi" {
        self[index].drive = 84
      } else if self[index].key == "bai-yifan" {
        self[index].drive = 96
      } else {
        self[index].drive = Swift.min(self[index].drive, 42)
      }
    }
  }
}
