/// How many strokes (笔画) each character of the sample's names has in the standard of the mainland, so that its lists can
/// also go by strokes: a line begins with the count.
private let strokeTable: [Character: Int] = Dictionary(
  uniqueKeysWithValues: """
    1 一
    2 丁
    3 万上于凡子小山川飞马
    4 书云以天孔少尤巴心文方月木王邓
    5 世业东兰冉冯北卢可史叶宁尔平正永玉甘生田白石禾立艾
    6 亦任伟光关军刘刚华向如孙宇守安屹帆弛成旭曲朱江汤舟行许邢阳
    7 严丽何余佟初努君启吴妍宋岚张彤志怀李杜杨汪沈沐沛甫芳苏谷轩辰远邱邵邹阿陆陈
    8 佩佳依凯周国图孟学官宜宝实岩岳岸庞建念怡承昂明杰林欣欧波泽玥知秉绍罗若范诗诚郑金雨青
    9 侯俊俞信勇奕姚姜思恒映春柳洁洋珍祝秋胡语贺赵郝钟钧音顺骁
    10 倪哲唐夏娟家峰徐悦振晓晖朗桂桐浩海涛润秦翁致莹袁诸贾郭陶顾高
    11 培崔康敏曹梁梦涵清盛章符菲萍萧逸雪黄龚
    12 傅博婷强彭斌景棠温然琳琴程萱葛董蒋谢超辉雅韩鲁
    13 新楠源满煜瑞群蓉颖鹏
    14 嘉廖熊蔡谭静
    15 德慧樊潘磊黎
    16 燕薇薛霖
    17 戴霞魏
    """.split(separator: "\n").flatMap { line in
      let parts = line.split(separator: " ")
      return (Int(parts[0]).map { count in parts[1].map { ($0, count) } }) ?? []
    })

extension PersonName {
  /// `8 14 8`: a number for each character; a middle dot has none.
  var strokes: String {
    text.filter { $0 != "·" }.map { character in
      guard let count = strokeTable[character] else { preconditionFailure("no strokes of \(character)") }
      return "\(count)"
    }.joined(separator: " ")
  }
}
