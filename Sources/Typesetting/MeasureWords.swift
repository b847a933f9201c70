/// What counts after a figure and isn't torn from it; longer words first, where one begins another.
private let measureWords: [[UInt8]] = [
  "个百分点", "个工作日", "百分点", "工作日", "个支部", "个小时", "个单位", "个月", "个人", "小时", "分钟", "学时", "支部", "年度", "年级", "厘米",
  "毫米", "毫米", "毫升", "毫克", "微克", "公里", "公斤", "万元", "万次", "万人", "万字", "千克", "千米", "平方", "人次", "课时", "场次", "级", "个", "分",
  "人", "名", "项", "次", "天", "年", "月", "日", "号", "时", "秒", "篇", "页", "行", "条", "件", "户", "位", "处", "幅", "台", "本", "册",
  "只",
  "元", "米", "届", "份", "栏", "组", "批", "场", "期", "周", "岁", "家", "套", "种", "类", "度", "倍", "点", "字", "句", "段", "章", "节",
  "款", "步",
  "笔", "张", "万", "亿", "千", "克", "吨", "升", "例", "起", "轮", "班", "课", "座", "间", "辆", "列", "排", "块", "根", "口", "支", "代",
  "成", "折", "单", "封", "枚", "盏", "株", "头", "箱", "袋", "瓶", "盒", "桶", "桌", "栋", "层", "扇", "把", "面", "门", "道", "题", "所",
  "站",
  "杯", "双", "对", "副", "趟", "遍", "圈", "村", "县", "省", "市",
].map { Array($0.utf8) }

/// Those words by the last two bytes of their first character: a text is looked at once.
private let measuresByStart: [UInt16: [[UInt8]]] = Dictionary(grouping: measureWords) {
  UInt16($0[1]) << 8 | UInt16($0[2])
}

/// Bytes of the measure word that a run of Han begins with, 0 for none.
func measureWord(_ text: UnsafeBufferPointer<UInt8>) -> Int {
  guard text.count >= 3, let words = measuresByStart[UInt16(text[1]) << 8 | UInt16(text[2])] else { return 0 }
  for word in words where text.count >= word.count && text.starts(with: word) { return word.count }
  return 0
}
