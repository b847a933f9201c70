import Scoring

extension Words {
  package static func certificates(_ year: Int) -> String { "\(year)年荣誉证书" }
  package static func certificateRegister(_ year: Int) -> String { "\(year)年荣誉证书领取登记表" }
  package static let calibration = "套打校准页"
  package static let excellentBranch = "先进支部"

  /// Whom a certificate addresses: 李娜同志.
  package static func addressed(_ name: String) -> String { name + "同志" }

  /// A day as certificates and decisions write it: 二〇二五年十二月二十七日.
  package static func formal(_ day: Day) -> String {
    monthInHan(day) + countedInHan(day.day) + "日"
  }
}
