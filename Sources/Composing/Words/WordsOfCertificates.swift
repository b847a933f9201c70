import Scoring

extension Words {
  static func certificates(_ year: Int) -> String { "\(year)年荣誉证书" }
  static func certificateRegister(_ year: Int) -> String { "\(year)年荣誉证书领取登记表" }
  static let calibration = "套打校准页"
  static let excellentBranch = "先进支部"

  static func honor(_ honor: Honor) -> String { honor == .excellentMember ? excellentMember : excellentBranch }

  /// Whom a certificate addresses: 李娜同志.
  static func addressed(_ name: String, _ honor: Honor) -> String { honor == .excellentMember ? name + "同志" : name }

  /// A day as certificates and decisions write it: 二〇二五年十二月二十七日.
  static func formal(_ day: Day) -> String {
    monthInHan(day) + countedInHan(day.day) + "日"
  }
}
