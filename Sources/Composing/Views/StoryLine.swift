import Reading
import Scoring
import Templating

/// A story in a list of titles, with its day.
package struct StoryLine: Fillable {
  @WebAddress package var href: String
  package var title: String
  package var date: String
  package var day: String

  package init(href: String, title: String, date: String, day: String) {
    self.href = href
    self.title = title
    self.date = date
    self.day = day
  }

  package static let specimen = StoryLine(
    href: "stories/rivers.html", title: "两个周六，采完三条河", date: "2025-09-20", day: "09-20")
}

extension SiteContext {
  package func storyLine(_ index: Int) -> StoryLine {
    let story = content.stories[index]
    return StoryLine(
      href: Address.story(story), title: story.title, date: story.day.description, day: story.day.monthDay)
  }
}
