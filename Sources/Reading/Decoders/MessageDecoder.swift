import Parsing
import Scoring

/// content/years/<year>/message.md: what the committee says at the head of the year's honor roll.
func decodeMessage(_ draft: inout Draft, _ file: InputFile) -> Bool {
  guard let year = Int(file.captures[0]), let page = draft.markdown(file) else { return false }
  let title = page.details.text("title")
  let signedBy = page.details.text("signed_by")
  let on = page.details.day("on")
  let reach = draft.reach(on, at: page.details.place(of: "on"))
  page.details.close()
  draft.pages.append((file.path, page.prose))
  if reach == .waiting { draft.waitingTexts.insert(file.path) }
  if let on, reach != .waiting {
    draft.messages.append(
      YearMessage(year: year, title: title, signedBy: signedBy, on: on, text: page.prose, path: file.path))
  }
  return true
}
