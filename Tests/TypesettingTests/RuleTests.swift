import Foundation
import Testing

@testable import Typesetting

/// The rules of docs/typesetting.md, each with cases set by hand.
@Suite("Typesetting")
struct RuleTests {
  /// The beginning keeps rules of a paragraph's end out of the way.
  private func inside(_ text: String, _ setting: Setting = .prose) -> String {
    let whole = set(text + "这里是一段话的后半段，只为把末尾让开", setting)
    return whole.range(of: "这里").map { String(whole[..<$0.lowerBound]) } ?? whole
  }

  @Test(
    "between Han and letters or figures is a gap, on the right of the earlier one",
    arguments: [
      ("决定在PK中产生", "决定在_PK_中产生"), ("共78人", "共_[78_人]"), ("数据缺失率9.6%的站", "数据缺失率_9.6%的站"),
      ("用 GB 码", "用 GB 码"), ("（PK）之后", "（PK）之后"), ("𠮷A的", "𠮷_A_的"), ("在<b>PK</b>中", "在_<b>PK_</b>中"),
      ("看<a href=\"x.html\">CEMS数据</a>", "看_<a href=\"x.html\">CEMS_数据</a>"), ("R&amp;D部", "R&amp;D_部"),
    ])
  func gaps(_ text: String, _ expected: String) { #expect(inside(text) == expected) }

  @Test(
    "of two adjoining marks one gives up its half",
    arguments: [
      ("他说：“好”", "他说：[“~好”]"), ("轴）。”", "[轴）~。~”]"), ("说“‘好", "说[“‘~好]"), ("是吗？”他", "是吗？”他"),
      ("他说，<b>“好”</b>的", "他说，<b>[“≈好”]</b>的"),
      ("见（《章程》）", "见[（《~章]|[程》~）]"),
    ])
  func halves(_ text: String, _ expected: String) {
    let whole = set(text + "这里是一段话的后半段只为把末尾让开")
    #expect(whole == expected + "这里是一段话的后半段只为把末[尾让开]")
  }

  @Test(
    "a figure stays with its measure word, a date and a formula are whole",
    arguments: [
      ("已办76项", "已办_[76_项]"), ("前20名入围", "[前_20_名]入围"), ("第3页起", "[第_3_页]起"),
      ("2025年7月14日办", "[2025_年_]|[7_月_14_日]办"), ("在2025-07-14办", "在_[2025-07-14_]办"), ("测NH₃-N值", "测_[NH₃-N_]值"),
      ("算得10×26＝260分", "算得_[10×26＝260_分]"), ("共1篇×1.00分", "共_[1_篇×1.00_分]"),
      ("得分＝赋值×档次÷100，按", "[得分＝]|[赋值×]|[档次÷100，]按"), ("满足10×参与人数≥9×应参与人数，就", "满足_[10×]|[参与人数≥]|[9×]|[应参与人数，]就"),
      ("光谱——十年的话，共３＋４", "光谱——十年的话，共３＋４"),
      ("按GB/T 15834—2011写", "按_[GB/T 15834—2011_]写"),
      ("<b>12</b>名党员", "[<b>12_</b>名]党员"), ("（第2项）与", "[（第_2_项）]与"), ("3个工作日内", "[3_个工作日]内"),
      ("看注<sup><a href=\"#n\">1</a></sup>的话", "看[注<sup><a href=\"#n\">1</a></sup>]的话"),
    ])
  func units(_ text: String, _ expected: String) { #expect(inside(text) == expected) }

  @Test("what is wider than twelve ems is bound by nothing")
  func wide() {
    #expect(inside("见a-very-long-name-of-a-thing处") == "见_a-very-long-name-of-a-thing_处")
  }

  @Test(
    "the last three characters of a paragraph stay together, and cut no unit",
    arguments: [
      ("更正贴在原表旁边，签上名字和时间", "更正贴在原表旁边，签上名字[和时间]"), ("同志们都到了会场。", "同志们都到[了会场。]"),
      ("这件事要办到2月26日", "这件事要办到_[2_月_26_日]"), ("短的不动", "短的不动"), ("这一段的末尾在<b>强调里</b>", "这一段的末尾在<b>[强调里]</b>"),
      ("这一段的末尾跨过<b>强调</b>了", "这一段的末尾跨过[<b>强调</b>了]"), ("ends in English words", "ends in English words"),
    ])
  func ends(_ text: String, _ expected: String) {
    #expect(set(text) == expected)
  }

  @Test("a headline parts by clauses, and its first mark leaves no hole")
  func clauses() {
    #expect(set("写给社区的一封信：您那杯水的结果", .display) == "{写给社区的一封信：'}{您那杯水[的结果]}")
    #expect(set("“我们一直在修光路”", .display) == "“~我们一直在[修光路”]")
    #expect(set("一年积分", .display) == "一年积分")
    #expect(set("他说，“好的”", .display) == "{他说，}{[“~好]的”}")
    #expect(set("“好”，他说", .display) == "{[“~好”~，]}{他说}")
    #expect(set("<a href=\"x\">采样，断面</a>", .display) == "<a href=\"x\">{采样，'}{断面}</a>")
  }

  @Test("cells are given only what must not be torn")
  func cells() {
    #expect(set("在PK中，共78人参加", .table) == "在PK中，共[78人]参加")
    #expect(set("标准第126行", .table) == "标准第126行")
    #expect(set("在PK中，共78人参加", .cell) == "在_PK_中，共_[78_人参加]")
    #expect(set("他说：“好”", .table) == "他说：“好”")
  }

  @Test("· has one width and begins no line; short names aren't torn")
  func dots() {
    #expect(inside("阿依努尔·艾山同志，") == "[阿依努尔·^]|[艾山同志，]")
    #expect(set("阿依努尔·艾山", .table) == "[阿依努尔·^]|[艾山]")
    #expect(set("马·艾山", .table) == "马·^艾山")
  }

  @Test("items in a row are parted by 、, each with the item before it")
  func items() {
    let item = { (text: String) in "<a class=\"item\" href=\"x\">\(text)</a>" }
    #expect(set(item("高远") + item("周静怡"), .table) == "[\(item("高远"))、]|\(item("周静怡"))")
    let long = "一个很长很长很长很长很长很长的名字"
    #expect(set(item(long) + item("高远"), .table) == item(long) + "、" + item("高远"))
    #expect(set(item("高远") + "。" + item("周静怡"), .table) == item("高远") + "。" + item("周静怡"))
  }

  @Test("code, attributes, drawings and controls stay as they are")
  func untouched() {
    for html in [
      "<code>在PK中10×26项</code>", "<svg><text>在PK中</text></svg>", "<button>在PK中</button>", "<a title=\"在PK中\">甲</a>",
      "<pre>在PK中</pre>", "<textarea>在PK中</textarea>", "<!-- 在PK中 -->", "plain text of 3 items, GB/T 15834",
    ] {
      #expect(typeset(html, in: .prose) == html)
    }
    #expect(typeset("在PK中", in: .plain) == "在PK中")
  }

  @Test("each block has its own setting")
  func blocks() {
    #expect(set("<h2>采样，断面</h2><p>在PK中</p><td>在PK中</td>", .plain) == "<h2>{采样，'}{断面}</h2><p>在_PK_中</p><td>在PK中</td>")
  }
}
