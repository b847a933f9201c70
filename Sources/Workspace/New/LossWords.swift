import Diagnostics
import Manuscripts

extension Losses {
  /// What didn't come along, a line a kind.
  var words: [Bilingual] { all.map { $0.kind.words($0.count) } }
}

extension Losses.Kind {
  fileprivate func words(_ count: Int) -> Bilingual {
    switch self {
    case .style:
      Bilingual(zh: "斜体、下划线等 \(count) 处，只留文字", en: "italics, underlines and the like, \(count): their words stay")
    case .insertion: Bilingual(zh: "修订中插入的 \(count) 处，已当作接受", en: "tracked insertions, \(count): taken as accepted")
    case .deletion: Bilingual(zh: "修订中删除的 \(count) 处，已删去", en: "tracked deletions, \(count): taken as accepted")
    case .comment: Bilingual(zh: "批注 \(count) 条，没有带过来", en: "comments, \(count): left behind")
    case .equation:
      Bilingual(
        zh: "公式 \(count) 个，成了反引号里的文字，请改写", en: "equations, \(count): now text between backticks; write them anew")
    case .textBox:
      Bilingual(
        zh: "文本框 \(count) 个，里面的字没有带过来，请另外抄入", en: "text boxes, \(count): their words didn't come along; copy them")
    case .object:
      Bilingual(
        zh: "嵌入的图表、图形或文件 \(count) 个，没有带过来，请存成图片插入",
        en: "embedded charts, drawings or files, \(count): left behind; save them as pictures")
    case .mergedCell:
      Bilingual(zh: "合并的单元格 \(count) 个，已拆开，请核对表格", en: "merged cells, \(count): parted; look at the tables")
    case .layout:
      Bilingual(
        zh: "排版用的表格 \(count) 个，里面的字和图已拆成一段一段，请核对次序",
        en: "tables that lay out a page, \(count): taken apart into paragraphs and pictures; look at their order")
    case .link:
      Bilingual(zh: "不能公开的链接 \(count) 个，只留文字", en: "links that can't be published, \(count): their words stay")
    case .picture:
      Bilingual(
        zh: "图片 \(count) 张网页显示不了（emf、wmf、tiff 等）或文件里没有，图注留成了一段字；请另存为 png 或 jpg 再插入",
        en:
          "pictures, \(count), that no page shows (emf, wmf, tiff) or that aren't in the file; their captions are paragraphs now: save them as png or jpg"
      )
    case .other: Bilingual(zh: "其他内容 \(count) 处，没有带过来", en: "other things, \(count): left behind")
    }
  }
}
