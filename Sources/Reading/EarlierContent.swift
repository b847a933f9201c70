import Scoring

extension Content {
  /// The same content with its ledger standing for an earlier day; its texts stay as they are.
  package func standing(on ledger: Ledger) -> Content {
    Content(
      tree: tree, site: site, organisation: organisation, brand: brand, ledger: ledger, workTexts: workTexts,
      campaigns: campaigns, stories: stories, ownPages: ownPages, navigation: navigation, held: held,
      heldStories: heldStories, heldPages: heldPages, groups: groups, archives: archives, aboutTitle: aboutTitle,
      about: about, messages: messages, charts: charts,
      unusedAssets: unusedAssets)
  }
}
