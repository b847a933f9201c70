import Testing

@testable import Romanising

@Suite("Names in pinyin")
struct RomanisedNameTests {
  /// Pairs of a name and its pinyin, surname and given name joined by `/`.
  private func expect(_ table: String, _ location: SourceLocation = #_sourceLocation) {
    let words = table.split(whereSeparator: \.isWhitespace).map(String.init)
    for pair in stride(from: 0, to: words.count - 1, by: 2) {
      let expected = words[pair + 1].split(separator: "/").joined(separator: " ")
      #expect(RomanisedName(words[pair])?.pinyin == expected, "\(words[pair])", sourceLocation: location)
    }
  }

  @Test("surnames that are read otherwise than the character is elsewhere")
  func severalReadings() {
    expect(
      """
      单晓峰 shan/xiaofeng 仇海波 qiu/haibo 解思远 xie/siyuan 曾令辉 zeng/linghui 盖丽华 ge/lihua 区伟强 ou/weiqiang
      任杰 ren/jie 乐嘉颖 yue/jiaying 朴正焕 piao/zhenghuan 查良镛 zha/liangyong 覃辉 qin/hui 缪昌期 miao/changqi
      翟志刚 zhai/zhigang 臧克家 zang/kejia 尹力 yin/li 宓子贱 mi/zijian 吕布 lv/bu 柏文斌 bai/wenbin 晟伟 cheng/wei
      种师道 chong/shidao 过海 guo/hai 那英 na/ying 祭仲 zhai/zhong 折可求 she/keqiu 召平 shao/ping 员半千 yun/banqian
      隗嚣 wei/xiao 能文 nai/wen 冼星海 xian/xinghai 洗华 xian/hua 繁钦 po/qin 郇伟 xun/wei 逄先知 pang/xianzhi
      令勇 ling/yong 秘军 bi/jun 薄一波 bo/yibo 卜算 bu/suan 车晓 che/xiao 都永 du/yong 费孝通 fei/xiaotong
      葛优 ge/you 句践 gou/jian 哈文 ha/wen 纪昀 ji/yun 缴敏 jiao/min 隽伟 juan/wei 阚清子 kan/qingzi 牟其中 mou/qizhong
      乜伟 nie/wei 宁浩 ning/hao 綦江 qi/jiang 瞿秋白 qu/qiubai 撒贝宁 sa/beining 少康 shao/kang 佘诗曼 she/shiman
      舍予 she/yu 莘野 shen/ye 盛宣怀 sheng/xuanhuai 石勇 shi/yong 帅伟 shuai/wei 宿白 su/bai 眭弘 sui/hong 邰丽华 tai/lihua
      佟丽娅 tong/liya 钭伟 tou/wei 韦唯 wei/wei 尉健行 wei/jianxing 郗鉴 xi/jian 相伟 xiang/wei 肖华 xiao/hua
      行伟 xing/wei 幺峻洲 yao/junzhou 要伟 yao/wei 应采儿 ying/caier 於梨华 yu/lihua 昝伟 zan/wei 占伟 zhan/wei
      湛江 zhan/jiang 重伟 chong/wei 訾伟 zi/wei 谌龙 chen/long 晁错 chao/cuo 贲伟 ben/wei 炅伟 gui/wei 啜伟 chuai/wei
      佴伟 nai/wei 芈月 mi/yue 强伟 qiang/wei 阙伟 que/wei 殳伟 shu/wei 郯伟 tan/wei 镡伟 tan/wei 铫期 yao/qi
      迮伟 ze/wei 禚伟 zhuo/wei 仉伟 zhang/wei 呙伟 guo/wei 邴吉 bing/ji 郏伟 jia/wei 郜林 gao/lin 恽代英 yun/daiying
      """)
  }

  @Test("surnames of two characters and more, and a name that is nothing else")
  func compound() {
    expect(
      """
      尉迟雪 yuchi/xue 万俟卨 moqi/xie 令狐冲 linghu/chong 长孙无忌 zhangsun/wuji 澹台灭明 tantai/mieming
      欧阳修 ouyang/xiu 欧阳文娟 ouyang/wenjuan 上官婉儿 shangguan/waner 诸葛亮 zhuge/liang 司马光 sima/guang
      司徒雷登 situ/leideng 皇甫嵩 huangfu/song 慕容复 murong/fu 宇文邕 yuwen/yong 夏侯惇 xiahou/dun 公孙策 gongsun/ce
      东方朔 dongfang/shuo 西门庆 ximen/qing 南宫适 nangong/shi 百里奚 baili/xi 端木赐 duanmu/ci 独孤求 dugu/qiu
      赫连勃勃 helian/bobo 呼延灼 huyan/zhuo 轩辕昭 xuanyuan/zhao 鲜于枢 xianyu/shu 申屠嘉 shentu/jia 淳于髡 chunyu/kun
      濮阳兴 puyang/xing 单于丹 chanyu/dan 钟离权 zhongli/quan 拓跋宏 tuoba/hong 完颜亮 wanyan/liang 耶律楚材 yelv/chucai
      纳兰性德 nalan/xingde 爱新觉罗溥仪 aixinjueluo/puyi 叶赫那拉静 yehenala/jing 乐正克 yuezheng/ke 仲长统 zhongchang/tong
      闾丘露薇 lvqiu/luwei 亓官伟 qiguan/wei 相里伟 xiangli/wei 第五伦 diwu/lun
      欧阳 ou/yang 令狐 ling/hu 万俟 wan/qi 尉迟 wei/chi 单 shan
      """)
  }

  @Test(
    "given names: what names prefer, two characters that belong together, one syllable behind another without apostrophe"
  )
  func givenNames() {
    expect(
      """
      王伟 wang/wei 李明 li/ming 张静怡 zhang/jingyi 沈佳𬭎 shen/jiahong 胡䶮 hu/yan 马得草 ma/decao 何平 he/ping
      邹月娥 zou/yuee 姚长根 yao/zhanggen 刘长春 liu/changchun 张绍曾 zhang/shaozeng 李晟 li/sheng 王嘉乐 wang/jiale
      何炅 he/jiong 王都 wang/du 周单 zhou/dan 陈翟 chen/di 王佳珩 wang/jiaheng 林焘 lin/tao 黄埔 huang/pu 李还 li/huan
      王朝晖 wang/zhaohui 李朝阳 li/chaoyang 王重阳 wang/chongyang 王重 wang/zhong 袁了凡 yuan/liaofan 张拓 zhang/tuo
      陈玥 chen/yue 刘喆 liu/zhe 孙祎 sun/yi 王垚 wang/yao 赵堃 zhao/kun 钱翀 qian/chong 周珏 zhou/jue 吴赟 wu/yun
      郑焱 zheng/yan 冯淼 feng/miao 卫骉 wei/biao 蒋犇 jiang/ben 沈燊 shen/shen 韩昇 han/sheng 杨濬 yang/jun 朱隽 zhu/jun
      秦筠 qin/yun 许绿 xu/lv 何略 he/lve 吕女 lv/nv 张一 zhang/yi 王二小 wang/erxiao 劉備 liu/bei 張飛 zhang/fei
      """)
  }

  @Test("names of several words part behind the first character; blanks and the kinds of dots make no difference")
  func words() {
    for name in ["阿依古丽·买买提江", "阿依古丽•买买提江", "阿依古丽・买买提江", "阿依古丽 · 买买提江", "阿依古丽买买提江"] {
      #expect(RomanisedName(name)?.pinyin == "a yigulimaimaitijiang")
      #expect(strokes(ofName: name) == [7, 8, 5, 7, 6, 6, 12, 6])
    }
    #expect(RomanisedName("王　伟") == RomanisedName("王伟"))
    #expect(RomanisedName("王\u{200B}伟 ")?.key == "wang-wei")
    // 解 and 尉迟 are no surnames in a name of words.
    #expect(RomanisedName("解玛·吐尔逊")?.pinyin == "jie matuerxun")
  }

  @Test("what isn't Han, or has no known reading, is nobody's pinyin")
  func unknown() {
    for name in ["", " ", "·", "Müller", "王A", "王？", "王𬺰", "山田さん"] {
      #expect(RomanisedName(name) == nil, "\(name)")
    }
    #expect(strokes(ofName: "王A") == nil)
    #expect(strokes(ofName: "") == nil)
  }

  /// Counted by hand: 伟 is 亻 2 and 韦 4, 鑫 three times 金 8, 𬭎 钅 5 and 宏 7, 䶮 龙 5 and 天 4.
  @Test(
    "strokes of the mainland's standard",
    arguments: [
      ("一", 1), ("王", 4), ("伟", 6), ("李", 7), ("明", 8), ("吕", 6), ("张", 7), ("赵", 9), ("静", 14), ("怡", 8), ("周", 8),
      ("鑫", 24), ("阳", 6), ("陈", 7), ("邓", 4), ("马", 3), ("凸", 5), ("凹", 5), ("鼎", 12), ("乃", 2), ("及", 3), ("廷", 6),
      ("草", 9), ("骨", 9), ("黄", 11), ("龙", 5), ("䶮", 9), ("𬭎", 12), ("飞", 3), ("葛", 12), ("瓦", 4),
    ])
  func strokeCounts(character: String, count: Int) {
    #expect(strokes(ofName: character) == [count])
  }
}
