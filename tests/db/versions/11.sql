-- a ledger as version 11 of the tables wrote it, by sqlite3's iterdump; its full-text indexes are filled at the end
BEGIN TRANSACTION;
CREATE TABLE account (
	reviewer INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	password_hash TEXT, 
	active INTEGER NOT NULL CONSTRAINT ck_account_active CHECK (active IN (0, 1)), 
	added_at TEXT NOT NULL, 
	CONSTRAINT pk_account PRIMARY KEY (reviewer), 
	CONSTRAINT ck_account_role CHECK (role IN ('reviewer', 'lead', 'reader')), 
	CONSTRAINT fk_account_reviewer FOREIGN KEY(reviewer) REFERENCES reviewer (id)
)
 STRICT

;
CREATE TABLE band (
	value TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	document INTEGER NOT NULL, 
	CONSTRAINT pk_band PRIMARY KEY (value, number, document), 
	CONSTRAINT fk_band_document FOREIGN KEY(document) REFERENCES document (id)
)
 STRICT

;
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
	quote TEXT, 
	CONSTRAINT pk_claim PRIMARY KEY (id), 
	CONSTRAINT uq_claim_public_id UNIQUE (public_id), 
	CONSTRAINT fk_claim_document FOREIGN KEY(document) REFERENCES document (id), 
	CONSTRAINT fk_claim_run FOREIGN KEY(run) REFERENCES run (id)
)
 STRICT

;
INSERT INTO "claim" VALUES(1,'c83c17',1,1,'killed-23',31,64,'count','killed','23',NULL,0,0,0,NULL,NULL,'civilians','affirmed','stated','the mayor','speaker',NULL,'2021-05-04','Belora','GE','people-were-harmed',0.9,'{"start":31,"end":64,"number":{"start":40,"end":42},"quantity":{"low":"23","high":null,"low_open":false,"high_open":false,"approximate":false,"vague":null,"unit":null,"wording":"At least 23"},"kind":"count","counted":{"text":"civilians","lemma":"civilian","span":{"start":43,"end":52}},"event":"killed","polarity":"affirmed","status":"stated","source":{"name":"the mayor","kind":"speaker","span":{"start":90,"end":99},"chain":["Tamar Watch"]},"rule":"people-were-harmed","confidence":0.9,"key":"killed-23","as_of":null,"happened":{"edtf":"2021-05-04","precision":"day","span":{"start":78,"end":88}},"place":{"name":"Belora","country":"GE","span":{"start":68,"end":74}},"charges":[],"actor":null,"part_of":null,"whole":null,"evidence":{"number":{"start":40,"end":42},"event":{"start":58,"end":64}}}','At least 23 civilians were killed');
INSERT INTO "claim" VALUES(2,'c18b6b',1,1,'106-125-injured',106,125,'count','injured',NULL,NULL,0,0,0,'dozens',NULL,'civilians','affirmed','stated','Tamar Watch','publisher',NULL,NULL,NULL,NULL,'people-were-harmed',0.9,'{"start":106,"end":125,"number":{"start":106,"end":112},"quantity":{"low":null,"high":null,"low_open":false,"high_open":false,"approximate":false,"vague":"dozens","unit":null,"wording":"Dozens"},"kind":"count","counted":{"text":"civilians","lemma":"civilian","span":null},"event":"injured","polarity":"affirmed","status":"stated","source":{"name":"Tamar Watch","kind":"publisher","span":null,"chain":[]},"rule":"people-were-harmed","confidence":0.9,"key":"106-125-injured","as_of":null,"happened":null,"place":null,"charges":[],"actor":null,"part_of":null,"whole":null,"evidence":{"number":{"start":106,"end":112}}}','Dozens were injured');
INSERT INTO "claim" VALUES(3,'ce4f57',1,1,'detained-12',127,169,'count','detained','12','20',0,0,0,NULL,NULL,'civilians','affirmed','stated','Tamar Watch','publisher',NULL,NULL,NULL,NULL,'people-were-harmed',0.9,'{"start":127,"end":169,"number":{"start":143,"end":160},"quantity":{"low":"12","high":"20","low_open":false,"high_open":false,"approximate":false,"vague":null,"unit":null,"wording":"between 12 and 20"},"kind":"count","counted":{"text":"civilians","lemma":"civilian","span":null},"event":"detained","polarity":"affirmed","status":"stated","source":{"name":"Tamar Watch","kind":"publisher","span":null,"chain":[]},"rule":"people-were-harmed","confidence":0.9,"key":"detained-12","as_of":null,"happened":null,"place":null,"charges":[],"actor":null,"part_of":null,"whole":null,"evidence":{"number":{"start":143,"end":160}}}','Police detained between 12 and 20 students');
INSERT INTO "claim" VALUES(4,'cb9426',1,1,'175-197-charged',175,197,'count','charged','7','7',0,0,0,NULL,NULL,'civilians','affirmed','stated','Tamar Watch','publisher',NULL,NULL,NULL,NULL,'people-were-harmed',0.9,'{"start":175,"end":197,"number":{"start":175,"end":176},"quantity":{"low":"7","high":"7","low_open":false,"high_open":false,"approximate":false,"vague":null,"unit":null,"wording":"7"},"kind":"count","counted":{"text":"civilians","lemma":"civilian","span":null},"event":"charged","polarity":"affirmed","status":"stated","source":{"name":"Tamar Watch","kind":"publisher","span":null,"chain":[]},"rule":"people-were-harmed","confidence":0.9,"key":"175-197-charged","as_of":null,"happened":null,"place":null,"charges":[{"text":"rioting","span":{"start":204,"end":211}}],"actor":null,"part_of":"detained-12","whole":null,"evidence":{"number":{"start":175,"end":176}}}','7 of them were charged');
CREATE TABLE claim_state (
	claim INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	corrected TEXT, 
	position INTEGER NOT NULL, 
	urgency INTEGER NOT NULL, 
	event TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	source TEXT NOT NULL, 
	place TEXT, 
	confidence REAL NOT NULL, 
	CONSTRAINT pk_claim_state PRIMARY KEY (claim), 
	CONSTRAINT fk_claim_state_claim FOREIGN KEY(claim) REFERENCES claim (id)
)
 STRICT

;
INSERT INTO "claim_state" VALUES(1,'conflict',NULL,2147483679,900,'killed','people-were-harmed','the mayor','Belora',0.9);
INSERT INTO "claim_state" VALUES(2,'rejected',NULL,2147483754,900,'injured','people-were-harmed','Tamar Watch',NULL,0.9);
INSERT INTO "claim_state" VALUES(3,'open',NULL,2147483775,900,'detained','people-were-harmed','Tamar Watch',NULL,0.9);
INSERT INTO "claim_state" VALUES(4,'open',NULL,2147483823,900,'charged','people-were-harmed','Tamar Watch',NULL,0.9);
CREATE TABLE comment (
	id INTEGER NOT NULL, 
	claim INTEGER NOT NULL, 
	reviewer INTEGER NOT NULL, 
	made_at TEXT NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_comment PRIMARY KEY (id), 
	CONSTRAINT ck_comment_text CHECK (text <> ''), 
	CONSTRAINT fk_comment_claim FOREIGN KEY(claim) REFERENCES claim (id), 
	CONSTRAINT fk_comment_reviewer FOREIGN KEY(reviewer) REFERENCES reviewer (id)
)
 STRICT

;
CREATE TABLE decision (
	id INTEGER NOT NULL, 
	claim INTEGER NOT NULL, 
	reviewer INTEGER NOT NULL, 
	verdict TEXT NOT NULL, 
	reason TEXT, 
	made_at TEXT NOT NULL, 
	corrected TEXT, 
	follows INTEGER, 
	CONSTRAINT pk_decision PRIMARY KEY (id), 
	CONSTRAINT ck_decision_verdict CHECK (verdict <> ''), 
	CONSTRAINT fk_decision_claim FOREIGN KEY(claim) REFERENCES claim (id), 
	CONSTRAINT fk_decision_reviewer FOREIGN KEY(reviewer) REFERENCES reviewer (id)
)
 STRICT

;
INSERT INTO "decision" VALUES(1,1,1,'approve','seen','2026-11-29T09:39:33Z',NULL,NULL);
INSERT INTO "decision" VALUES(2,2,1,'reject','another day','2026-11-29T09:39:34Z',NULL,NULL);
INSERT INTO "decision" VALUES(3,1,2,'reject',NULL,'2026-11-29T09:39:34Z',NULL,NULL);
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
At least 23 civilians were killed in Belora on 4 May 2021, the mayor said. Dozens were injured. Police detained between 12 and 20 students, and 7 of them were charged with “rioting”.','text/plain','Clashes in Belora','Tamar Watch','2021-06-01','report','en','https://example.org/belora','[{"kind":"title","start":0,"end":30,"level":0},{"kind":"paragraph","start":31,"end":213,"level":0}]','["one picture was not read"]','2026-11-29T09:39:33Z');
CREATE TABLE document_tally (
	document INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	CONSTRAINT pk_document_tally PRIMARY KEY (document, state), 
	CONSTRAINT fk_document_tally_document FOREIGN KEY(document) REFERENCES document (id)
)
 STRICT

;
INSERT INTO "document_tally" VALUES(1,'open',2);
INSERT INTO "document_tally" VALUES(1,'conflict',1);
INSERT INTO "document_tally" VALUES(1,'rejected',1);
CREATE TABLE event (
	id INTEGER NOT NULL, 
	made_at TEXT NOT NULL, 
	who TEXT, 
	what TEXT NOT NULL, 
	claim TEXT, 
	source_sha256 TEXT, 
	detail TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (id), 
	CONSTRAINT uq_event_previous UNIQUE (previous), 
	CONSTRAINT uq_event_hash UNIQUE (hash)
)
 STRICT

;
INSERT INTO "event" VALUES(1,'2026-11-29T09:39:33Z',NULL,'ledger',NULL,NULL,'{"version":8}','0000000000000000000000000000000000000000000000000000000000000000','3e47e7b5514d11139227596a332d82ff1b74c147ce922257a88fe30e05a9a320');
INSERT INTO "event" VALUES(2,'2026-11-29T09:39:33Z',NULL,'run started',NULL,NULL,'{"code_version":"1.0","rules_sha256":"0000000000000000000000000000000000000000000000000000000000000000","run":1}','3e47e7b5514d11139227596a332d82ff1b74c147ce922257a88fe30e05a9a320','54c5dae84e8171d7ec064d2dc5a21a7410fd45f24999a2a65c524287a3546fb8');
INSERT INTO "event" VALUES(3,'2026-11-29T09:39:33Z',NULL,'import',NULL,'36db59d7f6b6dba64446232520b597ab6154231c7250567ea9ab57476ea4f5a1','{"digest":"424935583342ddf3cde9f1c47444604446532e7d13781b1890c28ce1e9014f34","document":"ddeced","name":"belora.txt","run":1}','54c5dae84e8171d7ec064d2dc5a21a7410fd45f24999a2a65c524287a3546fb8','8879cb7a27422700fed370d829c997bb37f137d5ea7a04efdce851a27480e7b8');
INSERT INTO "event" VALUES(4,'2026-11-29T09:39:33Z',NULL,'run finished',NULL,NULL,'{"run":1}','8879cb7a27422700fed370d829c997bb37f137d5ea7a04efdce851a27480e7b8','042ae729ae9c91c9f464cfda477dc65c8e3b0c8b7a8ff6eac5ea6963ac4693a6');
INSERT INTO "event" VALUES(5,'2026-11-29T09:39:33Z','Ana Lima','reviewer',NULL,NULL,'{"reviewer":1}','042ae729ae9c91c9f464cfda477dc65c8e3b0c8b7a8ff6eac5ea6963ac4693a6','5156b1b2896fe182c1c7c0d4012d72fb65bd01b24cc7bc63a430cb8cae8fc85c');
INSERT INTO "event" VALUES(6,'2026-11-29T09:39:33Z','Ana Lima','decision','killed-23','36db59d7f6b6dba64446232520b597ab6154231c7250567ea9ab57476ea4f5a1','{"claim":"c83c17","decision":1,"reason":"seen","verdict":"approve"}','5156b1b2896fe182c1c7c0d4012d72fb65bd01b24cc7bc63a430cb8cae8fc85c','8aedd25927774579dd535eca102c6b4297cff758aaa2753dc1548ebc3caa5896');
INSERT INTO "event" VALUES(7,'2026-11-29T09:39:34Z','Ana Lima','decision','106-125-injured','36db59d7f6b6dba64446232520b597ab6154231c7250567ea9ab57476ea4f5a1','{"claim":"c18b6b","decision":2,"reason":"another day","verdict":"reject"}','8aedd25927774579dd535eca102c6b4297cff758aaa2753dc1548ebc3caa5896','a6aabcd42007cfe615a03fc9a0bf4c20b59e098a5b24f105905aa0cb91baeda7');
INSERT INTO "event" VALUES(8,'2026-11-29T09:39:34Z','Boris','reviewer',NULL,NULL,'{"reviewer":2}','a6aabcd42007cfe615a03fc9a0bf4c20b59e098a5b24f105905aa0cb91baeda7','5c0331116cef04ce32609bea4c07a14e13e46d50126e260d6ffdc5bdfcde311c');
INSERT INTO "event" VALUES(9,'2026-11-29T09:39:34Z','Boris','decision','killed-23','36db59d7f6b6dba64446232520b597ab6154231c7250567ea9ab57476ea4f5a1','{"claim":"c83c17","decision":3,"reason":null,"verdict":"reject"}','5c0331116cef04ce32609bea4c07a14e13e46d50126e260d6ffdc5bdfcde311c','7c00c878c83794b2a6adf803b6e9ad4bace5631f3c0b08289c193939fc9a4849');
INSERT INTO "event" VALUES(10,'2026-11-29T10:09:04Z',NULL,'upgrade',NULL,NULL,'{"from":8,"to":9}','7c00c878c83794b2a6adf803b6e9ad4bace5631f3c0b08289c193939fc9a4849','f6da4d5b407833f231e38428fd3667d57c5922ab5be73a356c808dc64359233d');
INSERT INTO "event" VALUES(11,'2026-11-29T11:22:28Z',NULL,'upgrade',NULL,NULL,'{"from":10,"to":11}','f6da4d5b407833f231e38428fd3667d57c5922ab5be73a356c808dc64359233d','16436d0148ba91da456ec8ae254a54aaafb4225d6798dfcfc3fb374bf8aa3131');
CREATE TABLE event_tally (
	event TEXT NOT NULL, 
	state TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	CONSTRAINT pk_event_tally PRIMARY KEY (event, state)
)
 STRICT

;
INSERT INTO "event_tally" VALUES('charged','open',1);
INSERT INTO "event_tally" VALUES('detained','open',1);
INSERT INTO "event_tally" VALUES('killed','open',0);
INSERT INTO "event_tally" VALUES('killed','conflict',1);
INSERT INTO "event_tally" VALUES('injured','open',0);
INSERT INTO "event_tally" VALUES('injured','rejected',1);
CREATE TABLE extraction (
	document INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	"case" TEXT, 
	superseded_by INTEGER, 
	mentions INTEGER, 
	numerals INTEGER, 
	unread INTEGER, 
	CONSTRAINT pk_extraction PRIMARY KEY (document, run), 
	CONSTRAINT fk_extraction_document FOREIGN KEY(document) REFERENCES document (id), 
	CONSTRAINT fk_extraction_run FOREIGN KEY(run) REFERENCES run (id)
)
 STRICT

;
INSERT INTO "extraction" VALUES(1,1,NULL,NULL,2,3,1);
CREATE TABLE failure (
	id INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	fault TEXT NOT NULL, 
	remedy TEXT NOT NULL, 
	failed_at TEXT NOT NULL, 
	CONSTRAINT pk_failure PRIMARY KEY (id), 
	CONSTRAINT fk_failure_run FOREIGN KEY(run) REFERENCES run (id)
)
 STRICT

;
CREATE TABLE fingerprint (
	document INTEGER NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_fingerprint PRIMARY KEY (document), 
	CONSTRAINT fk_fingerprint_document FOREIGN KEY(document) REFERENCES document (id)
)
 STRICT

;
CREATE TABLE lease (
	claim INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	until REAL NOT NULL, 
	CONSTRAINT pk_lease PRIMARY KEY (claim), 
	CONSTRAINT fk_lease_claim FOREIGN KEY(claim) REFERENCES claim (id)
)
 STRICT

;
CREATE TABLE ledger (
	version INTEGER NOT NULL, 
	CONSTRAINT pk_ledger PRIMARY KEY (version)
)
 STRICT

;
INSERT INTO "ledger" VALUES(11);
CREATE TABLE look (
	document INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	reviewer INTEGER NOT NULL, 
	made_at TEXT NOT NULL, 
	CONSTRAINT pk_look PRIMARY KEY (document, start, "end"), 
	CONSTRAINT fk_look_document FOREIGN KEY(document) REFERENCES document (id), 
	CONSTRAINT fk_look_reviewer FOREIGN KEY(reviewer) REFERENCES reviewer (id)
)
 STRICT

;
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
	words BLOB NOT NULL, label TEXT, 
	CONSTRAINT pk_page PRIMARY KEY (document, number), 
	CONSTRAINT fk_page_document FOREIGN KEY(document) REFERENCES document (id)
)
 STRICT

;
INSERT INTO "page" VALUES(1,1,595.0,842.0,0,213,X'7801636060606005620686094E0C0CBD4E0C0D7780F412270DA088165C7C2B507C0550FC8C1300A94808BE',NULL);
CREATE TABLE passage (
        id INTEGER NOT NULL, document INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL,
        CONSTRAINT pk_passage PRIMARY KEY (id),
        CONSTRAINT fk_passage_document FOREIGN KEY(document) REFERENCES document (id)) STRICT;
INSERT INTO "passage" VALUES(1,1,0,30,'Tamar Watch: clashes in Belora');
INSERT INTO "passage" VALUES(2,1,31,213,'At least 23 civilians were killed in Belora on 4 May 2021, the mayor said. Dozens were injured. Police detained between 12 and 20 students, and 7 of them were charged with “rioting”.');
CREATE TABLE preference (
	person TEXT NOT NULL, 
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_preference PRIMARY KEY (person, name)
)
 STRICT

;
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
INSERT INTO "reviewer" VALUES(1,'Ana Lima','2026-11-29T09:39:33Z');
INSERT INTO "reviewer" VALUES(2,'Boris','2026-11-29T09:39:34Z');
CREATE TABLE run (
	id INTEGER NOT NULL, 
	code_version TEXT NOT NULL, 
	rules_sha256 TEXT NOT NULL, 
	started_at TEXT NOT NULL, 
	finished_at TEXT, 
	report TEXT, 
	CONSTRAINT pk_run PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "run" VALUES(1,'1.0','0000000000000000000000000000000000000000000000000000000000000000','2026-11-29T09:39:33Z','2026-11-29T09:39:33Z',NULL);
CREATE TABLE said (
	claim INTEGER NOT NULL, 
	reviewer INTEGER NOT NULL, 
	verdict TEXT NOT NULL, 
	CONSTRAINT pk_said PRIMARY KEY (claim, reviewer), 
	CONSTRAINT fk_said_claim FOREIGN KEY(claim) REFERENCES claim (id), 
	CONSTRAINT fk_said_reviewer FOREIGN KEY(reviewer) REFERENCES reviewer (id)
)
 STRICT

;
INSERT INTO "said" VALUES(1,1,'approve');
INSERT INTO "said" VALUES(1,2,'reject');
INSERT INTO "said" VALUES(2,1,'reject');
CREATE TABLE session (
	token_sha256 TEXT NOT NULL, 
	name TEXT NOT NULL, 
	until REAL NOT NULL, 
	CONSTRAINT pk_session PRIMARY KEY (token_sha256)
)
 STRICT

;
CREATE TABLE setting (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (name)
)
 STRICT

;
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
INSERT INTO "source_file" VALUES('36db59d7f6b6dba64446232520b597ab6154231c7250567ea9ab57476ea4f5a1','belora.txt',217,X'54616D61722057617463683A20636C617368657320696E2042656C6F72610A4174206C6561737420323320636976696C69616E732077657265206B696C6C656420696E2042656C6F7261206F6E2034204D617920323032312C20746865206D61796F7220736169642E20446F7A656E73207765726520696E6A757265642E20506F6C6963652064657461696E6564206265747765656E20313220616E642032302073747564656E74732C20616E642037206F66207468656D20776572652063686172676564207769746820E2809C72696F74696E67E2809D2E','2026-11-29T09:39:33Z');
CREATE TABLE succession (
	id INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	old INTEGER NOT NULL, 
	new INTEGER, 
	outcome TEXT NOT NULL, 
	decisions INTEGER NOT NULL, 
	CONSTRAINT pk_succession PRIMARY KEY (id), 
	CONSTRAINT fk_succession_run FOREIGN KEY(run) REFERENCES run (id), 
	CONSTRAINT fk_succession_old FOREIGN KEY(old) REFERENCES claim (id), 
	CONSTRAINT fk_succession_new FOREIGN KEY(new) REFERENCES claim (id)
)
 STRICT

;
CREATE INDEX ix_session_name ON session (name);
CREATE INDEX ix_event_claim ON event (claim);
CREATE INDEX ix_failure_run ON failure (run);
CREATE INDEX ix_mention_document_start ON mention (document, start);
CREATE INDEX ix_claim_document_start ON claim (document, start);
CREATE INDEX ix_numeral_document_start ON numeral (document, start);
CREATE INDEX ix_comment_claim ON comment (claim);
CREATE INDEX ix_decision_claim ON decision (claim);
CREATE INDEX ix_claim_state_source_state_position ON claim_state (source, state, position);
CREATE INDEX ix_claim_state_place_state_position ON claim_state (place, state, position);
CREATE INDEX ix_claim_state_event_state_urgency_position ON claim_state (event, state, urgency, position);
CREATE INDEX ix_claim_state_state_position ON claim_state (state, position);
CREATE INDEX ix_claim_state_rule_state_urgency_position ON claim_state (rule, state, urgency, position);
CREATE INDEX ix_claim_state_source_state_urgency_position ON claim_state (source, state, urgency, position);
CREATE INDEX ix_claim_state_state_urgency_position ON claim_state (state, urgency, position);
CREATE INDEX ix_claim_state_place_state_urgency_position ON claim_state (place, state, urgency, position);
CREATE INDEX ix_claim_state_event_state_position ON claim_state (event, state, position);
CREATE INDEX ix_claim_state_rule_state_position ON claim_state (rule, state, position);
CREATE INDEX ix_said_reviewer_claim ON said (reviewer, claim);
CREATE INDEX ix_succession_old ON succession (old);
CREATE INDEX ix_succession_new ON succession (new);
CREATE INDEX ix_passage_document_start ON passage (document, start);
CREATE VIRTUAL TABLE claim_search USING fts5(quote, content='claim', content_rowid='id',
columnsize=0, tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE passage_search USING fts5(words, content='passage', content_rowid='id',
columnsize=0, tokenize="unicode61 remove_diacritics 2");
INSERT INTO claim_search (claim_search) VALUES ('rebuild');
INSERT INTO passage_search (passage_search) VALUES ('rebuild');
CREATE TRIGGER source_file_no_update BEFORE update ON source_file
BEGIN SELECT RAISE(ABORT, 'source_file is append-only'); END;
CREATE TRIGGER source_file_no_delete BEFORE delete ON source_file
BEGIN SELECT RAISE(ABORT, 'source_file is append-only'); END;
CREATE TRIGGER document_no_update BEFORE update ON document
BEGIN SELECT RAISE(ABORT, 'document is append-only'); END;
CREATE TRIGGER document_no_delete BEFORE delete ON document
BEGIN SELECT RAISE(ABORT, 'document is append-only'); END;
CREATE TRIGGER claim_no_update BEFORE update ON claim
BEGIN SELECT RAISE(ABORT, 'claim is append-only'); END;
CREATE TRIGGER claim_no_delete BEFORE delete ON claim
BEGIN SELECT RAISE(ABORT, 'claim is append-only'); END;
CREATE TRIGGER decision_no_update BEFORE update ON decision
BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END;
CREATE TRIGGER decision_no_delete BEFORE delete ON decision
BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END;
CREATE TRIGGER succession_no_update BEFORE update ON succession
BEGIN SELECT RAISE(ABORT, 'succession is append-only'); END;
CREATE TRIGGER succession_no_delete BEFORE delete ON succession
BEGIN SELECT RAISE(ABORT, 'succession is append-only'); END;
CREATE TRIGGER event_no_update BEFORE update ON event
BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
CREATE TRIGGER event_no_delete BEFORE delete ON event
BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
CREATE TRIGGER comment_no_update BEFORE update ON comment
BEGIN SELECT RAISE(ABORT, 'comment is append-only'); END;
CREATE TRIGGER comment_no_delete BEFORE delete ON comment
BEGIN SELECT RAISE(ABORT, 'comment is append-only'); END;
CREATE TRIGGER passage_search_insert AFTER INSERT ON passage
BEGIN INSERT INTO passage_search (rowid, words) VALUES (new.id, new.words); END;
CREATE TRIGGER passage_search_delete AFTER DELETE ON passage
BEGIN INSERT INTO passage_search (passage_search, rowid, words) VALUES ('delete', old.id, old.words); END;
CREATE TRIGGER claim_search_insert AFTER INSERT ON claim
BEGIN INSERT INTO claim_search (rowid, quote) VALUES (new.id, new.quote); END;
COMMIT;
