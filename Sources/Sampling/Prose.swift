import Scoring

func proseFiles(_ company: Company, _ plan: SamplePlan) -> [SampleFile] { [] }
