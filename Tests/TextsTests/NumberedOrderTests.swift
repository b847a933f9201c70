import Testing
import Texts

@Suite("Names in the order of the numbers in them")
struct NumberedOrderTests {
  @Test("the tenth comes behind the second, wherever the number stands")
  func order() {
    let names = ["IMG_9.jpg", "IMG_10.jpg", "a", "a1", "a01", "a1b", "a2", "第1张", "第2张", "第10张", "第10张 2", "第11张"]
    let wanted = ["IMG_9.jpg", "IMG_10.jpg", "a", "a01", "a1", "a1b", "a2", "第1张", "第2张", "第10张", "第10张 2", "第11张"]
    #expect(names.reversed().sorted(by: comesBefore) == wanted)
  }

  @Test("of any two names one comes first, and order goes through")
  func total() {
    let names = [
      "", "0", "00", "1", "01", "1a", "01a", "1:", "1/", "99999999999999999999999", "100000000000000000000000", "a0b",
      "a00c",
    ]
    for a in names {
      #expect(!comesBefore(a, a))
      for b in names where a != b {
        #expect(comesBefore(a, b) != comesBefore(b, a))
        for c in names where comesBefore(a, b) && comesBefore(b, c) { #expect(comesBefore(a, c)) }
      }
    }
  }
}
