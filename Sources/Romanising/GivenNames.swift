/// How the characters behind the surname are read. Unihan gives each its commonest reading; what names prefer, or what a
/// character is read as beside another, stands here.
enum GivenNames {
  /// The syllables of all characters, joined; `nil` where one has no known reading.
  static func reading(of characters: ArraySlice<Unicode.Scalar>) -> String? {
    var (rest, letters) = (characters, "")
    while let first = rest.first {
      if let (length, reading) = preferred.longestStart(of: rest) {
        letters += reading
        rest = rest.dropFirst(length)
      } else {
        guard let syllable = HanTable.character(first)?.syllable else { return nil }
        letters += syllable
        rest = rest.dropFirst()
      }
    }
    return letters
  }

  private static let preferred = Readings(
    """
    长chang 長chang 都du 晟sheng 曾zeng 偲si 隽jun 嬛huan 筠yun 峤qiao 伽jia 拓tuo 瑱zhen 蕃fan
    徵zheng 釐li 埔pu 畬she 泊bo 率shuai 还huan 了liao 的di 地di 什shi 忒te
    长根zhanggen 成长chengzhang 朝晖zhaohui 朝辉zhaohui 朝霞zhaoxia 朝旭zhaoxu 朝曦zhaoxi 今朝jinzhao
    重阳chongyang 重光chongguang 重庆chongqing 重生chongsheng 音乐yinyue
    """)
}
