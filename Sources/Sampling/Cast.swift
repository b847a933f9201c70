/// The people whom the stories name, with the branch they belong to.
enum Cast {
  static let people: [(branch: String, name: PersonName)] = table.split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ").map(String.init)
    let key = words[1].split(separator: "-").map(String.init)
    guard words.count == 3, key.count == 2 else { return nil }
    return (branch: words[0], name: PersonName(text: words[2], surname: key[0], given: key[1]))
  }

  private static let table = """
    b01 xu-wenbo 许文博
    b01 han-bingwen 韩秉文
    b01 tan-shuyi 谭书屹
    b01 ni-kexin 倪可心
    b02 he-siyuan 何思源
    b02 fang-zhou 方舟
    b02 jiang-yingxue 江映雪
    b02 lu-chengze 鲁承泽
    b03 lin-zhiyuan 林知远
    b03 song-yutong 宋雨桐
    b03 yu-qing 余清
    b03 cheng-yining 程以宁
    b04 qin-langyue 秦朗月
    b04 dai-liheng 戴立恒
    b04 you-jiayi 尤佳宜
    b04 shi-jingxing 石景行
    b05 zhong-yichi 钟亦弛
    b05 ren-jianye 任建业
    b05 lu-xiaotang 卢晓棠
    b05 yao-qinghe 姚青禾
    b06 ma-xiao 马骁
    b06 liang-yuchen 梁宇辰
    b06 gong-qiushi 龚秋实
    b06 ran-guifang 冉桂芳
    b07 shen-liqun 沈立群
    b07 zhou-jingyi 周静怡
    b07 gao-yuan 高远
    b07 ding-ning 丁宁
    b07 bai-yifan 白一帆
    b07 shao-siyu 邵思雨
    b08 lu-ziang 陆子昂
    b08 wan-chunhui 万春晖
    b08 xia-mingfu 夏明甫
    b08 yue-xiaoman 岳小满
    b09 cao-yifan 曹亦凡
    b09 dong-zhiqiu 董知秋
    b09 sheng-jiamu 盛嘉木
    b10 luo-jia 罗嘉
    b10 weng-peilin 翁沛霖
    b10 fan-yuwei 樊语薇
    b10 gan-zesheng 甘泽生
    b11 gu-mingzhe 顾明哲
    b11 yu-peiru 俞佩如
    b11 tang-yicheng 汤以诚
    b12 tao-ran 陶然
    b12 li-shaojie 黎少杰
    b12 fu-xiaoan 符晓岸
    b13 xing-beichen 邢北辰
    b13 guan-xueyan 关雪岩
    b13 tong-lichun 佟立春
    b13 qu-xiangyang 曲向阳
    b13 wang-yinan 汪逸楠
    b14 zheng-xiaolan 郑晓岚
    b14 jiang-xinran 蒋欣然
    b14 pang-shouxin 庞守信
    b14 wen-ruogu 温若谷
    b15 tang-hui 唐慧
    b15 zhang-ruolan 章若兰
    b15 zhu-qiming 祝启明
    b15 he-minchu 贺敏初
    b16 jia-deshun 贾德顺
    b16 liu-yueqin 柳月琴
    b16 yan-shoucheng 严守成
    """
}
