"""Notes of a story stand beside what they are of where there is room, one below another, and else at its end."""
import pytest

STORY = "stories/calibration-contest.html"
PLACES = """() => [...document.querySelectorAll('.footnotes li')].map((note, index) => {
  const mark = document.getElementById('r_' + (index + 1)), box = note.getBoundingClientRect();
  const text = mark.closest('p').getBoundingClientRect();
  return { mark: mark.getBoundingClientRect().top, top: box.top, bottom: box.bottom, left: box.left, right: box.right,
    text: text.right, end: text.bottom };
})"""


@pytest.mark.parametrize("width", [1101, 1280, 1920])
def test_notes_stand_beside_their_marks(open_page, width):
    page = open_page(STORY, width=width)
    notes = page.evaluate(PLACES)
    assert len(notes) == 3
    for note in notes:
        assert abs(note["top"] - note["mark"]) < 6 and note["left"] > note["text"] and note["right"] <= width


def test_a_note_leads_to_its_line_of_the_ledger(open_page):
    page = open_page(STORY)
    links = page.locator(".footnotes a[href*='/members/']")
    assert links.count() == 2
    told = set()
    for index in range(2):
        page.goto(page.evaluate("index => document.querySelectorAll(\".footnotes a[href*='/members/']\")[index].href", index))
        row = page.evaluate("document.querySelector(':target')?.textContent.replaceAll(/\\s+/g, ' ')")
        told |= {page.locator("h1").inner_text()[:3] + prize for prize in ("二等奖", "三等奖") if prize in row}
        page.go_back()
    assert told == {"周静怡二等奖", "何思源三等奖"}


def test_notes_of_one_line_stand_one_below_another(open_page):
    page = open_page(STORY)
    page.evaluate("document.getElementById('r_1').after(document.getElementById('r_2'))")
    first, second = page.evaluate(PLACES)[:2]
    assert abs(first["top"] - first["mark"]) < 6 and second["top"] >= first["bottom"] + 10


@pytest.mark.parametrize("width", [320, 390, 768, 1100])
def test_notes_stand_at_the_end_where_there_is_no_room(open_page, width):
    page = open_page(STORY, width=width)
    end = page.locator(".prose > :nth-last-child(2)").bounding_box()
    assert all(note["top"] >= end["y"] + end["height"] - 1 for note in page.evaluate(PLACES))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_mark_between_clauses_of_a_head_takes_less_than_a_square(open_page):
    page = open_page(STORY)
    mark = page.locator("h1 .hc").first
    size = float(page.locator("h1").evaluate("h => getComputedStyle(h).fontSize").removesuffix("px"))
    assert abs(mark.bounding_box()["width"] / size - 0.5) < 0.05


def test_notes_at_the_end_lie_over_nothing_below(open_page):
    page = open_page(STORY)
    page.evaluate("""() => {
      const last = document.querySelector('.prose > p:nth-last-of-type(1)');
      last.append(document.getElementById('r_1'), document.getElementById('r_2'));
      document.querySelector('#n_2 p').append('。这一条脚注很长。'.repeat(30));
    }""")
    over = page.evaluate("""() => {
      const below = [...document.querySelectorAll('.story-cols > aside > *, .neighbours')].map(e => e.getBoundingClientRect());
      return [...document.querySelectorAll('.footnotes li')].map(e => e.getBoundingClientRect()).filter(note => below.some(
        box => note.right > box.left && note.left < box.right && note.bottom > box.top && note.top < box.bottom)).length;
    }""")
    assert over == 0


def test_notes_of_other_texts_stand_at_their_end(open_page):
    page = open_page(STORY)
    page.evaluate("document.querySelector('.story-cols').className = 'cols block own-cols'")
    end = page.locator(".prose > :nth-last-child(2)").bounding_box()
    assert all(note["top"] >= end["y"] + end["height"] - 1 for note in page.evaluate(PLACES))
