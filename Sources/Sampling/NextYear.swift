/// The year that has just begun: its standard stands there before anything is recorded, as an office writes it in December
/// (S4). It uses every form of rule that a rulebook knows.
func nextYearFiles() -> [SampleFile] {
  [
    SampleFile(
      path: "content/years/2026/year.yaml", text: "period: {from: 2025-12-01, to: 2026-11-30}\nstate: 草稿\n"),
    SampleFile(path: "content/years/2026/rulebook.yaml", text: nextStandard),
  ]
}

private let nextStandard = """
  title: 2026年度积分标准
  members:
    base_total: 60
    items:
      # 规定动作：先给的，从中扣的
      - {key: basis, name: 党员基础分, kind: 规定, start: 10, works: [w203], proof: 党员名册}
      - {key: discipline, name: 组织纪律, kind: 规定, start: 5, levels: {迟到早退: -0.5, 请假未批: -1, 无故缺席: -2, 弄虚作假: all}, works: [w203], proof: 会议记录与签到}
      # 规定动作：参加了才有的
      - {key: theme-day, name: 主题党日, kind: 规定, points: 1, cap: {month: 1, year: 10}, works: [w202], proof: 签到表}
      - {key: meeting, name: 三会一课, kind: 规定, points: 0.5, cap: {week: 0.5, month: 1, quarter: 2.5, year: 8}, works: [w203], proof: 会议记录与签到}
      - {key: dues-quarter, name: 缴纳党费（按季）, kind: 规定, points: 1, cap: {quarter: 1}, to: 2026-05-31, works: [w203], proof: 缴费登记}
      - {key: dues-month, name: 缴纳党费（按月）, kind: 规定, points: 0.5, cap: {month: 0.5}, from: 2026-06-01, works: [w203], proof: 缴费登记}
      - {key: reading, name: 线上学习, kind: 规定, per: 0.2, unit: 分钟, each: 30, cap: {day: 0.4, week: 1, month: 2}, works: [w408], proof: 学习平台记录}
      - {key: exam, name: 季度测试, kind: 规定, steps: {60: 0.5, 80: 1, 90: 1.5}, unit: 分, cap: {quarter: 1.5}, works: [w408], proof: 成绩单}
      - {key: attendance, name: 组织生活出勤率, kind: 规定, steps: {80: 0.5, 90: 1, 100: 1.5}, unit: "%", works: [w203], proof: 半年出勤统计}
      - {key: thought-report, name: 思想汇报, kind: 规定, points: 1, cap: {quarter: 1}, for: {standing: [预备]}, works: [w209], proof: 书面汇报}
      - {key: duty, name: 支委履职, kind: 规定, points: 1, cap: {quarter: 1}, for: {office: [书记, 副书记, 委员]}, works: [w406], proof: 述职材料}
      - {key: review, name: 民主评议测评, kind: 规定, form: survey, weight: 5, works: [w203], proof: 测评汇总表，只有平均分和票数}
      - {key: welfare-base, name: 公益2小时, kind: 规定, form: welfare-base, points: 10, works: [w506], proof: 公益登记}
      - {key: absence, name: 活动失约, kind: 规定, points: -1, again: [1.5, 2], cap: {year: 6}, works: [w203], proof: 报名表与签到}
      - {key: slip, name: 工作失误, kind: 规定, range: [-3, -0.5], works: [w102], proof: 支委会记录}
      # 自选动作
      - {key: welfare-beyond, name: 公益超出2小时, kind: 自选, form: welfare-beyond, cap: {year: 8}, works: [w506], proof: 公益登记}
      - {key: project-task, name: 项目任务, kind: 自选, form: project, works: [w102], proof: 任务分解表与综合评价}
      - {key: course, name: 脱产培训, kind: 自选, reach: {16: 1, 32: 3, 56: 6}, unit: 学时, works: [w407], proof: 结业证}
      - {key: lecture, name: 主讲党课或技术课, kind: 自选, per: 2, unit: 次, cap: {record: 2, year: 8}, works: [w401], proof: 讲稿}
      - {key: team, name: 攻关小组, kind: 自选, points: 3, roles: {组长: 1, 骨干: 0.8, 成员: 0.6}, cap: {year: 9}, works: [w102], proof: 立项书与验收单}
      - {key: contest, name: 技能比武, kind: 自选, levels: {三等奖: 2, 二等奖: 3, 一等奖: 4}, once: true, cap: {year: 6}, works: [w403], proof: 成绩单}
      - {key: award, name: 获奖, kind: 自选, levels: {公司: 2, 市: 4, 省: 6}, works: [w207], proof: 证书或文件}
      - {key: patent, name: 专利与软著, kind: 自选, levels: {受理: 1, 授权: 3}, works: [w404], proof: 受理通知书或证书}
      - {key: helping, name: 好人好事, kind: 自选, range: [0.5, 3], cap: {year: 6}, works: [w301], proof: 支委会记录}
      - {key: field, name: 驻外值守, kind: 自选, per: 0.5, unit: 天, cap: {month: 3, year: 8}, for: {branch: [b13, b14]}, works: [w107], proof: 值守日志}
    groups:
      - {key: g-study, name: 学习类, items: [reading, exam, course], cap: {month: 3, year: 15}}
      - {key: g-results, name: 成果类, items: [award, patent], cap: {year: 12}, once: true}
    total: {cap: 120, floor: 0}
    bands: [{name: 优秀, from: 90, at_most: 1/3}, {name: 良好, from: 75}, {name: 合格, from: 60}]
  branches:
    items:
      # 按日登记的
      - {key: meetings, name: 三会一课与主题党日, kind: 规定, max: 5, start: 5, levels: {缺一次: -0.5, 记录不全: -0.2, 补造记录: all}, works: [w203], proof: 会议记录抽查}
      - {key: files, name: 台账与党费, kind: 规定, max: 3, start: 3, per: -0.2, unit: 项, works: [w408], proof: 台账检查}
      - {key: welfare-rate, name: 公益参与率, kind: 规定, steps: {80: 2, 90: 4, 100: 5}, unit: "%", cap: {year: 5}, works: [w506], proof: 公益登记}
      - {key: news, name: 信息报送, kind: 规定, reach: {6: 1, 12: 2, 24: 3}, unit: 篇, works: [w211], proof: 采用通知}
      - {key: special, name: 支部特色活动, kind: 自选, range: [0.5, 2], cap: {quarter: 2, year: 4}, works: [w205], proof: 活动总结}
      - {key: honors, name: 荣誉与推广, kind: 自选, levels: {公司: 1, 市: 2, 省: 3}, once: true, works: [w207], proof: 证书或文件}
      - {key: joint, name: 结对共建, kind: 自选, points: 1, roles: {牵头: 1, 参加: 0.5}, works: [w210], proof: 共建协议}
      # 年底评分的
      - {key: growth, name: 发展与培训计划, kind: 规定, max: 4, works: [w407], proof: 计划与完成表}
      - {key: topic, name: 痛点课题, kind: 规定, max: 6, works: [w101], proof: 课题立项书与综合评价}
      - {key: opinion, name: 群众意见, kind: 规定, max: 2, min: -2, works: [w303], proof: 意见箱与答复记录}
    groups:
      - {key: g-show, name: 展示类, items: [special, honors, joint], cap: {year: 8}}
    total: {floor: 0}
    bands: [{name: 五星, from: 40}, {name: 四星, from: 30}, {name: 三星, from: 20}]
    vetoes: [发生较大安全责任事故, 班子成员受党纪处分]
  activity_matrix: [[1, 2, 3], [2, 4, 6], [3, 6, 9]]     # 行为复杂度，列为覆盖面
  evaluation: {method: weighted, self: 30, head: 70, grades: [60, 70, 80, 90]}
  welfare:
    base_minutes: 120
    step_minutes: 30
    step_points: 0.5
    participant_minutes: 1
    gate: 90
    stars: {minutes: 1200, first: 20}
    series:
      - {id: spring-breeze, name: 春风行动捐款, minimum: 1, works: [w501]}
      - {id: blood, name: 公益献血, minimum: 3, works: [w502]}
      - {id: school-aid, name: 爱心助学, minimum: 1, works: [w503]}
      - {id: wishes, name: 微心愿圆梦, minimum: 1, works: [w504]}
      - {id: elderly, name: 敬老院服务, minimum: 1, people: 100, works: [w505]}
  ranking: {published: 20, tie_key: none}
  qualification: {per_branch: 5, minimum_months: 3, base_alone: false}
  cadre: {best_percent: 10, tiers: 3}
  vetoes: [违反廉洁纪律, 重大安全责任事故]

  """
