/// What Unihan doesn't say: which surnames have two characters and more, and which are read otherwise than the character
/// is elsewhere. Where several families write one character and read it differently, the reading that most bear stands
/// here; somebody of another writes theirs into the roster.
enum Surnames {
  /// How many characters of a name are its surname; never all of several, so that 欧阳 alone is Ou Yang.
  static func length(in name: [Unicode.Scalar]) -> Int {
    compound.longestStart(of: name.dropLast())?.length ?? 1
  }

  /// `nil` where the characters are read as everywhere.
  static func reading(of surname: ArraySlice<Unicode.Scalar>) -> String? {
    compound.reading(of: surname) ?? single.reading(of: surname)
  }

  private static let single = Readings(
    """
    柏bai 薄bo 贲ben 秘bi 卜bu 晁chao 车che 谌chen 晟cheng 种chong 褚chu 啜chuai 都du 费fei 盖ge 葛ge 句gou 炅gui 炔gui
    妫gui 过guo 哈ha 郇xun 纪ji 翦jian 教jiao 缴jiao 靳jin 隽juan 阚kan 令ling 逯lu 吕lv 闾lv 麻ma 糜mi 宓mi 芈mi 缪miao
    牟mou 万wan 那na 佴nai 能nai 乜nie 宁ning 甯ning 区ou 逄pang 邳pi 朴piao 繁po 蒲pu 亓qi 綦qi 强qiang 覃qin 仇qiu 麴qu
    瞿qu 璩qu 阙que 任ren 撒sa 单shan 召shao 少shao 折she 佘she 厍she 舍she 莘shen 盛sheng 石shi 殳shu 帅shuai 宿su 眭sui
    邰tai 郯tan 镡tan 佟tong 钭tou 隗wei 韦wei 尉wei 郗xi 郤xi 冼xian 洗xian 相xiang 肖xiao 解xie 行xing 禤xuan 幺yao 要yao
    铫yao 尹yin 应ying 於yu 余yu 俞yu 庾yu 员yun 郧yun 恽yun 乐yue 昝zan 臧zang 迮ze 笮ze 曾zeng 查zha 翟zhai 祭zhai 占zhan
    湛zhan 长zhang 仉zhang 郅zhi 重chong 訾zi 禚zhuo 褟ta 呙guo 邴bing 苌chang 郏jia 蒯kuai 郜gao 缑gou 妘yun 荀xun
    """)

  private static let compound = Readings(
    """
    欧阳ouyang 上官shangguan 诸葛zhuge 司马sima 司徒situ 司空sikong 司寇sikou 尉迟yuchi 万俟moqi 令狐linghu
    长孙zhangsun 澹台tantai 皇甫huangfu 慕容murong 宇文yuwen 夏侯xiahou 公孙gongsun 公冶gongye 公羊gongyang
    公输gongshu 东方dongfang 东郭dongguo 东门dongmen 西门ximen 南宫nangong 南门nanmen 北宫beigong 百里baili
    端木duanmu 段干duangan 独孤dugu 第五diwu 赫连helian 呼延huyan 闻人wenren 轩辕xuanyuan 鲜于xianyu 申屠shentu
    淳于chunyu 濮阳puyang 太叔taishu 太史taishi 单于chanyu 钟离zhongli 宗政zongzheng 拓跋tuoba 拓拔tuoba
    完颜wanyan 耶律yelv 纳兰nalan 叶赫yehe 那拉nala 叶赫那拉yehenala 爱新觉罗aixinjueluo 钮祜禄niuhulu
    富察fucha 瓜尔佳guaerjia 赫舍里hesheli 乐正yuezheng 漆雕qidiao 壤驷rangsi 左丘zuoqiu 巫马wuma 微生weisheng
    羊舌yangshe 仲孙zhongsun 仲长zhongchang 叔孙shusun 季孙jisun 孟孙mengsun 颛孙zhuansun 亓官qiguan 宰父zaifu
    屈突qutu 哥舒geshu 相里xiangli 闾丘lvqiu 斛律hulv 达奚daxi 豆卢doulu 谷梁guliang 梁丘liangqiu 夹谷jiagu
    歐陽ouyang 諸葛zhuge 司馬sima 尉遲yuchi 長孫zhangsun 澹臺tantai 東方dongfang 鍾離zhongli
    """)
}
