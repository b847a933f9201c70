import Parsing

/// The keys of rulebook.yaml in Chinese: one word may stand for several keys that never meet in one table.
let rulebookWords = YAMLWords(
  [
    "title": ["标题"], "members": ["党员"], "branches": ["支部"], "base_total": ["规定满分"],
    "items": ["项目"], "groups": ["组", "分组"], "total": ["总分"], "bands": ["档次"], "vetoes": ["一票否决"],
    // An item.
    "key": ["编号"], "name": ["名称"], "also": ["又名"], "kind": ["类别"], "works": ["工作"], "proof": ["证明"], "form": ["计法"],
    "points": ["每次"], "per": ["每单位"], "unit": ["单位"], "each": ["满", "每满"], "levels": ["级别"],
    "steps": ["分档"], "reach": ["累计"], "range": ["酌情"], "start": ["基础分"], "weight": ["权重"],
    "roles": ["角色"], "once": ["同一事项"], "again": ["再次"], "for": ["适用"], "from": ["起"], "to": ["止"],
    "max": ["满分"], "min": ["最低"],
    // Caps, the total, bands, for whom.
    "cap": ["封顶"], "record": ["单次"], "day": ["每日"], "week": ["每周"], "month": ["每月"], "quarter": ["每季"],
    "year": ["全年"], "floor": ["下限"], "at_most": ["至多"],
    "standing": ["身份"], "office": ["职务"], "branch": ["支部"],
    // Settings.
    "activity_matrix": ["赋值表"],
    "evaluation": ["评价"], "method": ["方法"], "self": ["自评"], "head": ["负责人评"], "grades": ["等级"],
    "welfare": ["公益"], "base_minutes": ["基础分钟"], "step_minutes": ["每步分钟"], "step_points": ["每步积分"],
    "participant_minutes": ["参与分钟"], "gate": ["参与率"], "stars": ["公益之星"], "minutes": ["分钟"],
    "first": ["前几名"], "series": ["系列"], "id": ["编号"], "minimum": ["至少天数"], "people": ["至少人数"],
    "ranking": ["排名"], "published": ["公布"], "tie_key": ["并列依据"],
    "qualification": ["资格"], "per_branch": ["每支部"], "minimum_months": ["至少月数"], "base_alone": ["只有基础分也可"],
    "cadre": ["干部"], "best_percent": ["前百分之"], "tiers": ["级数"],
  ], refusal: refusedRule)
