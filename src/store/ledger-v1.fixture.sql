-- A ledger as Fathom 0.1.0 wrote it (schema version 1). Never edited: every later Fathom must read it.
CREATE TABLE runs (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  status TEXT NOT NULL,
  record TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE samples (
  run_id TEXT NOT NULL REFERENCES runs (id),
  position INTEGER NOT NULL,
  sample_id TEXT NOT NULL,
  sample TEXT NOT NULL,
  PRIMARY KEY (run_id, position),
  UNIQUE (run_id, sample_id)
);
CREATE TABLE outcomes (
  run_id TEXT NOT NULL,
  sample_id TEXT NOT NULL,
  outcome TEXT NOT NULL,
  PRIMARY KEY (run_id, sample_id),
  FOREIGN KEY (run_id, sample_id) REFERENCES samples (run_id, sample_id)
);
CREATE TABLE response_cache (
  key TEXT PRIMARY KEY NOT NULL,
  calls TEXT NOT NULL
) WITHOUT ROWID;
PRAGMA application_id = 1182034029;
PRAGMA user_version = 1;
INSERT INTO runs VALUES ('r1', '2026-01-31T14:25:30.000Z', 'incomplete', '{"id":"r1","createdAt":"2026-01-31T14:25:30.000Z","status":"incomplete","version":"0.1.0","model":"mock/one","strategy":"direct","tasks":["example/one"],"seed":7,"tokenizer":"characters","options":{"lengths":[1000],"nested":{"deep":true}},"corpora":[{"digest":"d1","language":"en","origin":{"kind":"builtin","seed":1}}]}');
INSERT INTO samples VALUES ('r1', 0, 's/0', '{"id":"s/0","task":"example/one","taskVersion":1,"ask":{"kind":"generate","steps":[{"messages":[{"from":"user","blocks":[{"role":"question","pieces":[{"text":"Where is s/0?"}]}]}],"output":{"maxTokens":20}}],"fit":{"policy":"exact","tokenizer":"characters"}},"target":["here"],"cell":{"askedTokens":1000},"promptTokens":1000}');
INSERT INTO samples VALUES ('r1', 1, 's/1', '{"id":"s/1","task":"example/one","taskVersion":1,"ask":{"kind":"generate","steps":[{"messages":[{"from":"user","blocks":[{"role":"question","pieces":[{"text":"Where is s/1?"}]}]}],"output":{"maxTokens":20}}],"fit":{"policy":"exact","tokenizer":"characters"}},"target":["here"],"cell":{"askedTokens":1000},"promptTokens":1000}');
INSERT INTO samples VALUES ('r1', 2, 's/2', '{"id":"s/2","task":"example/one","taskVersion":1,"ask":{"kind":"generate","steps":[{"messages":[{"from":"user","blocks":[{"role":"question","pieces":[{"text":"Where is s/2?"}]}]}],"output":{"maxTokens":20}}],"fit":{"policy":"exact","tokenizer":"characters"}},"target":["here"],"cell":{"askedTokens":1000},"promptTokens":1000}');
INSERT INTO samples VALUES ('r1', 3, 'skipped', '{"id":"skipped","task":"example/one","cell":{"askedTokens":10},"skipped":{"reason":"too-short","detail":"no room for the needle"}}');
INSERT INTO outcomes VALUES ('r1', 's/0', '{"sampleId":"s/0","result":{"status":"ok","score":{"value":1,"mode":"corrected","metric":"keyword"}},"calls":[{"text":"here","finish":"stop","usage":{"inputTokens":1000,"raw":{"input":1000}},"latencyMs":12.5}],"attempts":1,"cached":false,"promptDigest":"ab12","recordedAt":"2026-01-31T14:26:00.000Z"}');
INSERT INTO outcomes VALUES ('r1', 's/1', '{"sampleId":"s/1","result":{"status":"error","reason":"context","detail":"longer than the window"},"calls":[],"attempts":2,"cached":false,"promptDigest":"ab12","recordedAt":"2026-01-31T14:26:00.000Z"}');
INSERT INTO outcomes VALUES ('r1', 'skipped', '{"sampleId":"skipped","result":{"status":"skipped","reason":"too-short","detail":"no room for the needle"},"calls":[],"attempts":0,"cached":false,"promptDigest":"ab12","recordedAt":"2026-01-31T14:26:00.000Z"}');
INSERT INTO response_cache VALUES ('k1', '[{"text":"here","finish":"stop","usage":{"inputTokens":1000,"raw":{"input":1000}},"latencyMs":12.5}]');
