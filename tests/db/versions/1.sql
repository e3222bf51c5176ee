-- a ledger as version 1 of the tables wrote it, by sqlite3's .dump
BEGIN TRANSACTION;
CREATE TABLE claim (
	id INTEGER NOT NULL, 
	public_id TEXT NOT NULL, 
	document INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	event TEXT NOT NULL, 
	low TEXT, 
	high TEXT, 
	low_open INTEGER NOT NULL CONSTRAINT ck_claim_low_open CHECK (low_open IN (0, 1)), 
	high_open INTEGER NOT NULL CONSTRAINT ck_claim_high_open CHECK (high_open IN (0, 1)), 
	approximate INTEGER NOT NULL CONSTRAINT ck_claim_approximate CHECK (approximate IN (0, 1)), 
	vague TEXT, 
	unit TEXT, 
	counted TEXT NOT NULL, 
	polarity TEXT NOT NULL, 
	status TEXT NOT NULL, 
	source_name TEXT NOT NULL, 
	source_kind TEXT NOT NULL, 
	as_of TEXT, 
	happened TEXT, 
	place TEXT, 
	country TEXT, 
	rule TEXT NOT NULL, 
	confidence REAL NOT NULL, 
	record TEXT NOT NULL, 
	CONSTRAINT pk_claim PRIMARY KEY (id), 
	CONSTRAINT uq_claim_public_id UNIQUE (public_id), 
	CONSTRAINT fk_claim_document FOREIGN KEY(document) REFERENCES document (id), 
	CONSTRAINT fk_claim_run FOREIGN KEY(run) REFERENCES run (id)
)
 STRICT

;
INSERT INTO "claim" VALUES(1,'c83c17',1,1,'killed-23',31,64,'count','killed','23',NULL,0,0,0,NULL,NULL,'civilians','affirmed','stated','the mayor','speaker',NULL,'2021-05-04','Belora','GE','people-were-harmed',0.9,'{"start":31,"end":64,"number":{"start":40,"end":42},"quantity":{"low":"23","high":null,"low_open":false,"high_open":false,"approximate":false,"vague":null,"unit":null,"wording":"At least 23"},"kind":"count","counted":{"text":"civilians","lemma":"civilian","span":{"start":43,"end":52}},"event":"killed","polarity":"affirmed","status":"stated","source":{"name":"the mayor","kind":"speaker","span":{"start":90,"end":99},"chain":["Tamar Watch"]},"rule":"people-were-harmed","confidence":0.9,"key":"killed-23","as_of":null,"happened":{"edtf":"2021-05-04","precision":"day","span":{"start":78,"end":88}},"place":{"name":"Belora","country":"GE","span":{"start":68,"end":74}},"charges":[],"actor":null,"part_of":null,"whole":null,"evidence":{"number":{"start":40,"end":42},"event":{"start":58,"end":64}}}');
INSERT INTO "claim" VALUES(2,'c18b6b',1,1,'106-125-injured',106,125,'count','injured',NULL,NULL,0,0,0,'dozens',NULL,'civilians','affirmed','stated','Tamar Watch','publisher',NULL,NULL,NULL,NULL,'people-were-harmed',0.9,'{"start":106,"end":125,"number":{"start":106,"end":112},"quantity":{"low":null,"high":null,"low_open":false,"high_open":false,"approximate":false,"vague":"dozens","unit":null,"wording":"Dozens"},"kind":"count","counted":{"text":"civilians","lemma":"civilian","span":null},"event":"injured","polarity":"affirmed","status":"stated","source":{"name":"Tamar Watch","kind":"publisher","span":null,"chain":[]},"rule":"people-were-harmed","confidence":0.9,"key":"106-125-injured","as_of":null,"happened":null,"place":null,"charges":[],"actor":null,"part_of":null,"whole":null,"evidence":{"number":{"start":106,"end":112}}}');
INSERT INTO "claim" VALUES(3,'ce4f57',1,1,'detained-12',127,169,'count','detained','12','20',0,0,0,NULL,NULL,'civilians','affirmed','stated','Tamar Watch','publisher',NULL,NULL,NULL,NULL,'people-were-harmed',0.9,'{"start":127,"end":169,"number":{"start":143,"end":160},"quantity":{"low":"12","high":"20","low_open":false,"high_open":false,"approximate":false,"vague":null,"unit":null,"wording":"between 12 and 20"},"kind":"count","counted":{"text":"civilians","lemma":"civilian","span":null},"event":"detained","polarity":"affirmed","status":"stated","source":{"name":"Tamar Watch","kind":"publisher","span":null,"chain":[]},"rule":"people-were-harmed","confidence":0.9,"key":"detained-12","as_of":null,"happened":null,"place":null,"charges":[],"actor":null,"part_of":null,"whole":null,"evidence":{"number":{"start":143,"end":160}}}');
INSERT INTO "claim" VALUES(4,'cb9426',1,1,'175-197-charged',175,197,'count','charged','7','7',0,0,0,NULL,NULL,'civilians','affirmed','stated','Tamar Watch','publisher',NULL,NULL,NULL,NULL,'people-were-harmed',0.9,'{"start":175,"end":197,"number":{"start":175,"end":176},"quantity":{"low":"7","high":"7","low_open":false,"high_open":false,"approximate":false,"vague":null,"unit":null,"wording":"7"},"kind":"count","counted":{"text":"civilians","lemma":"civilian","span":null},"event":"charged","polarity":"affirmed","status":"stated","source":{"name":"Tamar Watch","kind":"publisher","span":null,"chain":[]},"rule":"people-were-harmed","confidence":0.9,"key":"175-197-charged","as_of":null,"happened":null,"place":null,"charges":[{"text":"rioting","span":{"start":204,"end":211}}],"actor":null,"part_of":"detained-12","whole":null,"evidence":{"number":{"start":175,"end":176}}}');
CREATE TABLE claim_state (
	claim INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	CONSTRAINT pk_claim_state PRIMARY KEY (claim), 
	CONSTRAINT fk_claim_state_claim FOREIGN KEY(claim) REFERENCES claim (id)
)
 STRICT

;
INSERT INTO "claim_state" VALUES(1,'conflict');
INSERT INTO "claim_state" VALUES(2,'rejected');
INSERT INTO "claim_state" VALUES(3,'open');
INSERT INTO "claim_state" VALUES(4,'open');
CREATE TABLE decision (
	id INTEGER NOT NULL, 
	claim INTEGER NOT NULL, 
	reviewer INTEGER NOT NULL, 
	verdict TEXT NOT NULL, 
	reason TEXT, 
	made_at TEXT NOT NULL, 
	CONSTRAINT pk_decision PRIMARY KEY (id), 
	CONSTRAINT ck_decision_verdict CHECK (verdict <> ''), 
	CONSTRAINT fk_decision_claim FOREIGN KEY(claim) REFERENCES claim (id), 
	CONSTRAINT fk_decision_reviewer FOREIGN KEY(reviewer) REFERENCES reviewer (id)
)
 STRICT

;
INSERT INTO "decision" VALUES(1,1,1,'approve','seen','2026-11-24T03:37:22Z');
INSERT INTO "decision" VALUES(2,2,1,'reject','another day','2026-11-24T03:37:22Z');
INSERT INTO "decision" VALUES(3,1,2,'reject',NULL,'2026-11-24T03:37:22Z');
CREATE TABLE document (
	id INTEGER NOT NULL, 
	public_id TEXT NOT NULL, 
	source_sha256 TEXT NOT NULL, 
	text_sha256 TEXT NOT NULL, 
	text TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	title TEXT NOT NULL, 
	publisher TEXT, 
	published TEXT, 
	kind TEXT NOT NULL, 
	language TEXT, 
	url TEXT, 
	blocks TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	added_at TEXT NOT NULL, 
	CONSTRAINT pk_document PRIMARY KEY (id), 
	CONSTRAINT uq_document_public_id UNIQUE (public_id), 
	CONSTRAINT uq_document_source_sha256 UNIQUE (source_sha256, text_sha256), 
	CONSTRAINT fk_document_source_sha256 FOREIGN KEY(source_sha256) REFERENCES source_file (sha256)
)
 STRICT

;
INSERT INTO "document" VALUES(1,'ddeced','36db59d7f6b6dba64446232520b597ab6154231c7250567ea9ab57476ea4f5a1','36db59d7f6b6dba64446232520b597ab6154231c7250567ea9ab57476ea4f5a1','Tamar Watch: clashes in Belora
At least 23 civilians were killed in Belora on 4 May 2021, the mayor said. Dozens were injured. Police detained between 12 and 20 students, and 7 of them were charged with “rioting”.','text/plain','Clashes in Belora','Tamar Watch','2021-06-01','report','en','https://example.org/belora','[{"kind":"title","start":0,"end":30,"level":0},{"kind":"paragraph","start":31,"end":213,"level":0}]','["one picture was not read"]','2026-11-24T03:37:22Z');
CREATE TABLE extraction (
	document INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	"case" TEXT, 
	CONSTRAINT pk_extraction PRIMARY KEY (document, run), 
	CONSTRAINT fk_extraction_document FOREIGN KEY(document) REFERENCES document (id), 
	CONSTRAINT fk_extraction_run FOREIGN KEY(run) REFERENCES run (id)
)
 STRICT

;
INSERT INTO "extraction" VALUES(1,1,NULL);
CREATE TABLE ledger (
	version INTEGER NOT NULL, 
	CONSTRAINT pk_ledger PRIMARY KEY (version)
)
 STRICT

;
INSERT INTO "ledger" VALUES(1);
CREATE TABLE mention (
	id INTEGER NOT NULL, 
	document INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	label TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	canonical TEXT NOT NULL, 
	record TEXT NOT NULL, 
	CONSTRAINT pk_mention PRIMARY KEY (id), 
	CONSTRAINT fk_mention_document FOREIGN KEY(document) REFERENCES document (id), 
	CONSTRAINT fk_mention_run FOREIGN KEY(run) REFERENCES run (id)
)
 STRICT

;
INSERT INTO "mention" VALUES(1,1,1,'GPE',68,74,'Belora','{"label":"GPE","start":68,"end":74,"text":"Belora","canonical":"Belora","rule":"places","value":null,"role":null}');
INSERT INTO "mention" VALUES(2,1,1,'DATE',78,88,'2021-05-04','{"label":"DATE","start":78,"end":88,"text":"4 May 2021","canonical":"2021-05-04","rule":"day-month-year","value":{"edtf":"2021-05-04","precision":"day","modifier":null},"role":null}');
CREATE TABLE numeral (
	id INTEGER NOT NULL, 
	document INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	fate TEXT NOT NULL, 
	record TEXT NOT NULL, 
	CONSTRAINT pk_numeral PRIMARY KEY (id), 
	CONSTRAINT fk_numeral_document FOREIGN KEY(document) REFERENCES document (id), 
	CONSTRAINT fk_numeral_run FOREIGN KEY(run) REFERENCES run (id)
)
 STRICT

;
INSERT INTO "numeral" VALUES(1,1,1,40,42,'claim','{"start":40,"end":42,"text":"23","quantity":{"low":"23","high":null,"low_open":false,"high_open":false,"approximate":false,"vague":null,"unit":null,"wording":""},"fate":"claim","claim":"killed-23"}');
INSERT INTO "numeral" VALUES(2,1,1,78,79,'date','{"start":78,"end":79,"text":"4","quantity":null,"fate":"date","claim":null}');
INSERT INTO "numeral" VALUES(3,1,1,84,88,'unread','{"start":84,"end":88,"text":"2021","quantity":null,"fate":"unread","claim":null}');
CREATE TABLE page (
	document INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	width REAL NOT NULL, 
	height REAL NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	words BLOB NOT NULL, 
	CONSTRAINT pk_page PRIMARY KEY (document, number), 
	CONSTRAINT fk_page_document FOREIGN KEY(document) REFERENCES document (id)
)
 STRICT

;
INSERT INTO "page" VALUES(1,1,595.0,842.0,0,213,X'789C6360606060650081094E0C0CBD4E0C0D7780F412270DA088165C7C2B507C05903EE30400A94808BE');
CREATE TABLE reviewer (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	added_at TEXT NOT NULL, 
	CONSTRAINT pk_reviewer PRIMARY KEY (id), 
	CONSTRAINT ck_reviewer_name CHECK (name <> ''), 
	CONSTRAINT uq_reviewer_name UNIQUE (name)
)
 STRICT

;
INSERT INTO "reviewer" VALUES(1,'Ana Lima','2026-11-24T03:37:22Z');
INSERT INTO "reviewer" VALUES(2,'Boris','2026-11-24T03:37:22Z');
CREATE TABLE run (
	id INTEGER NOT NULL, 
	code_version TEXT NOT NULL, 
	rules_sha256 TEXT NOT NULL, 
	started_at TEXT NOT NULL, 
	finished_at TEXT, 
	CONSTRAINT pk_run PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "run" VALUES(1,'0.1.0','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','2026-11-24T03:37:22Z','2026-11-24T03:37:22Z');
CREATE TABLE source_file (
	sha256 TEXT NOT NULL CONSTRAINT ck_source_file_sha256 CHECK (length(sha256) = 64), 
	name TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	data BLOB NOT NULL, 
	added_at TEXT NOT NULL, 
	CONSTRAINT pk_source_file PRIMARY KEY (sha256)
)
 STRICT

;
INSERT INTO "source_file" VALUES('36db59d7f6b6dba64446232520b597ab6154231c7250567ea9ab57476ea4f5a1','belora.txt',217,X'54616D61722057617463683A20636C617368657320696E2042656C6F72610A4174206C6561737420323320636976696C69616E732077657265206B696C6C656420696E2042656C6F7261206F6E2034204D617920323032312C20746865206D61796F7220736169642E20446F7A656E73207765726520696E6A757265642E20506F6C6963652064657461696E6564206265747765656E20313220616E642032302073747564656E74732C20616E642037206F66207468656D20776572652063686172676564207769746820E2809C72696F74696E67E2809D2E','2026-11-24T03:37:22Z');
CREATE INDEX ix_mention_document_start ON mention (document, start);
CREATE INDEX ix_mention_label_canonical ON mention (label, canonical);
CREATE INDEX ix_claim_document_start ON claim (document, start);
CREATE INDEX ix_claim_key ON claim ("key");
CREATE INDEX ix_claim_rule ON claim (rule);
CREATE INDEX ix_claim_event ON claim (event);
CREATE INDEX ix_numeral_fate ON numeral (fate);
CREATE INDEX ix_numeral_document_start ON numeral (document, start);
CREATE INDEX ix_decision_claim ON decision (claim);
CREATE INDEX ix_claim_state_state_claim ON claim_state (state, claim);
CREATE TRIGGER source_file_no_update BEFORE update ON source_file
BEGIN SELECT RAISE(ABORT, 'source_file is append-only'); END;
CREATE TRIGGER source_file_no_delete BEFORE delete ON source_file
BEGIN SELECT RAISE(ABORT, 'source_file is append-only'); END;
CREATE TRIGGER document_no_update BEFORE update ON document
BEGIN SELECT RAISE(ABORT, 'document is append-only'); END;
CREATE TRIGGER document_no_delete BEFORE delete ON document
BEGIN SELECT RAISE(ABORT, 'document is append-only'); END;
CREATE TRIGGER decision_no_update BEFORE update ON decision
BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END;
CREATE TRIGGER decision_no_delete BEFORE delete ON decision
BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END;
COMMIT;
