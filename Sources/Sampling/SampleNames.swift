/// A Chinese name with the pinyin it is sorted and keyed by.
struct PersonName: Equatable {
  let text: String
  let surname: String
  let given: String

  /// `zhou-jingyi`
  var key: String { "\(surname)-\(given)" }
  /// `zhou jingyi`
  var pinyin: String { "\(surname) \(given)" }
}

/// Characters with their reading, as `志zhi`: only ones that are read one way in a name.
enum NameTable {
  static let surnames = readings(
    """
    王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo
    马ma 罗luo 梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao 程cheng 曹cao 袁yuan 邓deng 许xu
    傅fu 沈shen 彭peng 苏su 卢lu 蒋jiang 蔡cai 丁ding 魏wei 薛xue 叶ye 余yu 潘pan 杜du 戴dai 夏xia 钟zhong 汪wang
    田tian 姜jiang 范fan 方fang 石shi 姚yao 谭tan 廖liao 邹zou 熊xiong 金jin 陆lu 郝hao 孔kong 白bai 崔cui 康kang
    邱qiu 秦qin 江jiang 史shi 顾gu 侯hou 邵shao 孟meng 欧阳ouyang 上官shangguan 诸葛zhuge
    """)

  static let first = readings(
    """
    志zhi 建jian 文wen 晓xiao 雨yu 子zi 思si 嘉jia 宇yu 明ming 海hai 立li 国guo 春chun 秋qiu 天tian 永yong 新xin
    俊jun 承cheng 家jia 书shu 若ruo 诗shi 梦meng 佳jia 欣xin 静jing 雅ya 慧hui 丽li 玉yu 亦yi 景jing 瑞rui 启qi
    学xue 德de 光guang 世shi 振zhen 正zheng 清qing 云yun 泽ze 致zhi 知zhi 安an 怀huai 以yi 向xiang 润run 君jun
    逸yi 浩hao 奕yi 沐mu 念nian 可ke 心xin 绍shao 培pei
    """)

  static let second = readings(
    """
    伟wei 强qiang 军jun 杰jie 涛tao 超chao 勇yong 磊lei 洋yang 斌bin 鹏peng 飞fei 辉hui 刚gang 平ping 波bo 峰feng
    宁ning 凯kai 旭xu 然ran 轩xuan 博bo 阳yang 辰chen 恒heng 远yuan 川chuan 源yuan 华hua 林lin 成cheng 东dong
    生sheng 敏min 芳fang 娟juan 燕yan 霞xia 婷ting 颖ying 琳lin 洁jie 雪xue 莹ying 怡yi 萍ping 岚lan 薇wei 菲fei
    桐tong 玥yue 涵han 妍yan 萱xuan 悦yue 蓉rong 珍zhen 彤tong 楠nan 煜yu 钧jun 凡fan
    """)

  /// Names that aren't a surname and one or two characters.
  static let minority = [
    PersonName(text: "阿依努尔·艾山", surname: "ayinuer", given: "aishan"),
    PersonName(text: "巴图·宝音", surname: "batu", given: "baoyin"),
  ]

  static func drawn(by dice: inout Dice) -> PersonName {
    let surname = dice.pick(surnames)
    let second = dice.pick(second)
    guard !dice.chance(130) else {
      return PersonName(text: surname.text + second.text, surname: surname.reading, given: second.reading)
    }
    let first = dice.pick(first)
    return PersonName(
      text: surname.text + first.text + second.text, surname: surname.reading,
      given: first.reading + second.reading)
  }

  private static func readings(_ table: String) -> [(text: String, reading: String)] {
    table.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { entry in
      let reading = entry.drop { !$0.isASCII }
      return (text: String(entry[..<reading.startIndex]), reading: String(reading))
    }
  }
}
