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
    String(day.year).map { digits[$0.wholeNumberValue ?? 0] }.joined() + "年" + counted(day.month) + "月"
      + counted(day.day) + "日"
  }

  private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// 1 to 99 as it is spoken: 10 is 十, 12 十二, 20 二十, 31 三十一.
  private static func counted(_ number: Int) -> String {
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    let head = tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十"
    return head + (ones == 0 ? "" : digits[ones])
  }
}
