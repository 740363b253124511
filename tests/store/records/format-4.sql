BEGIN TRANSACTION;
CREATE TABLE clock_mark (
        session TEXT PRIMARY KEY NOT NULL
            REFERENCES sessions (session) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        story_ms INTEGER NOT NULL,
        felt_ms INTEGER NOT NULL,
        seal TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "clock_mark" VALUES('quiet-otter',6,6500,6000,'3803195a29daa9840ea53210a722ae789f2b6106fc1e467604f009c48f23e2f9');
CREATE TABLE events (
        session TEXT NOT NULL REFERENCES sessions (session) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        kind TEXT NOT NULL,
        v INTEGER NOT NULL,
        story_ms INTEGER NOT NULL,
        felt_ms INTEGER NOT NULL,
        wall_utc TEXT NOT NULL,
        body TEXT NOT NULL,
        prev_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (session, seq)
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "events" VALUES('brave-heron',1,'OptionChosen',1,1000,900,'2026-03-03T10:00:01Z','{"option":1}','b6b67ec0c0e41f98a6be32040ea50fa29920ee8ee894b33f34bc764def09ccf4','fd6c8d1fd3d410a4ee62802acfd06a88ba363a342fd0616b84d869781d3f0149');
INSERT INTO "events" VALUES('brave-heron',2,'Committed',1,2000,1800,'2026-03-03T10:00:02Z','{"option":2}','fd6c8d1fd3d410a4ee62802acfd06a88ba363a342fd0616b84d869781d3f0149','448b0b0a4fe9080ba93967ab1ca41d1f60a1abb745d87604fb4301520d973c12');
INSERT INTO "events" VALUES('brave-heron',3,'OptionChosen',1,3000,2700,'2026-03-03T10:00:03Z','{"pleasant":-3,"text":{"length":9,"words":"9af4ab15d8839fdbecdd2faac0cc2c78dcc78d0a0074f134bdf43c5e0e14164a"}}','448b0b0a4fe9080ba93967ab1ca41d1f60a1abb745d87604fb4301520d973c12','4cf9e2262fa8f36a26d003fcb934479fc15df2b6b2268ea51adb9d363f2e612e');
INSERT INTO "events" VALUES('quiet-otter',1,'OptionChosen',1,1000,900,'2026-03-03T10:00:01Z','{"option":1}','e72e63458a52faa20b916ee2e97e9438d2b1d52b01f336c52f79dcd851dc604d','059f9af105d5def8339823f63199027ca2c4faae5fc584f13e2112ba69c89333');
INSERT INTO "events" VALUES('quiet-otter',2,'OptionChosen',1,2000,1800,'2026-03-03T10:00:02Z','{"option":2}','059f9af105d5def8339823f63199027ca2c4faae5fc584f13e2112ba69c89333','34aaac1b16ffa4c48a4ab499f1aeecd1bb066c2f7e69608e736a05713331bb96');
INSERT INTO "events" VALUES('quiet-otter',3,'OptionChosen',1,3000,2700,'2026-03-03T10:00:03Z','{"pleasant":-3,"text":{"length":26,"words":"8ce7c15568382fe3ce71d22338543c9444b4c0fe7ae6cb3f56dc61e45b3fee2c"}}','34aaac1b16ffa4c48a4ab499f1aeecd1bb066c2f7e69608e736a05713331bb96','89de1fdf64e2c201f4a1c8af6d21731d717f64c6132e59e681eaf7fdf97ab8da');
INSERT INTO "events" VALUES('quiet-otter',4,'OptionChosen',1,4000,3600,'2026-03-03T10:00:04Z','{"option":4}','89de1fdf64e2c201f4a1c8af6d21731d717f64c6132e59e681eaf7fdf97ab8da','70718803ad46fc07cf27bf88c0b6071177f6ab8d3ff90e66c253033a1b9ba366');
INSERT INTO "events" VALUES('quiet-otter',5,'OptionChosen',1,5000,4500,'2026-03-03T10:00:05Z','{"option":5}','70718803ad46fc07cf27bf88c0b6071177f6ab8d3ff90e66c253033a1b9ba366','97b13148f3ba1cd31eb85499e88e2dd2928d694f6d7a222f5ac2d0cea135db90');
INSERT INTO "events" VALUES('quiet-otter',6,'OptionChosen',1,6000,5400,'2026-03-03T10:00:06Z','{"pleasant":-3,"text":{"length":26,"words":"8b0fba5059227184030a761d80747cdae07b5075587dbcc7ba79d0cd15d9da03"}}','97b13148f3ba1cd31eb85499e88e2dd2928d694f6d7a222f5ac2d0cea135db90','8016162c0a15a7e122a3adccc97648083e7fcb56a2950d101985f2118fbe4e9c');
CREATE TABLE exports (
        session TEXT NOT NULL REFERENCES sessions (session) ON DELETE CASCADE,
        path TEXT NOT NULL,
        what TEXT NOT NULL,
        made_utc TEXT NOT NULL,
        seal TEXT NOT NULL,
        PRIMARY KEY (session, path)
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "exports" VALUES('quiet-otter','/home/somebody/mine.html','page to keep','2026-03-03T11:00:00Z','61a81bdf53a86bf6bd31e9ebeb91298833d57164c8434b523e184d898cc83c8b');
CREATE TABLE fixes (
        digest TEXT PRIMARY KEY NOT NULL REFERENCES scripts (digest) ON DELETE CASCADE,
        json TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "fixes" VALUES('digest-of-the-script','{"hold/no-callback":{"wait":"40s"}}','4f4849e682049de0532573ead6c0513d93f4293bc69f359b429d78ec29c02dd2');
CREATE TABLE lease (
        session TEXT PRIMARY KEY NOT NULL
            REFERENCES sessions (session) ON DELETE CASCADE,
        token TEXT NOT NULL,
        pid INTEGER NOT NULL,
        host TEXT NOT NULL,
        boot TEXT NOT NULL,
        born TEXT NOT NULL,
        since INTEGER NOT NULL,
        heartbeat INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE removed (
        session TEXT NOT NULL,
        seq INTEGER NOT NULL,
        field TEXT NOT NULL,
        seal TEXT NOT NULL,
        PRIMARY KEY (session, seq, field),
        FOREIGN KEY (session, seq) REFERENCES events (session, seq) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "removed" VALUES('brave-heron',3,'text','43aa766c3de0144d3537d37329e7da813b5edce64ae3c888f012e06401192c6d');
CREATE TABLE scripts (
        digest TEXT PRIMARY KEY NOT NULL,
        json TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "scripts" VALUES('digest-of-the-script','{"journey":"cancel","says":"Bitte warten: ✓ wait"}','d83cea95502c024e357b3ec8377ca2d5b1a6c3502daab95b2aa8cb2f9a90cca9');
CREATE TABLE sessions (
        session TEXT PRIMARY KEY NOT NULL,
        script_digest TEXT NOT NULL REFERENCES scripts (digest),
        title TEXT NOT NULL,
        started_utc TEXT NOT NULL,
        last_seq INTEGER NOT NULL,
        head TEXT NOT NULL,
        words_kept INTEGER NOT NULL,
        phase TEXT NOT NULL,
        summary TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "sessions" VALUES('brave-heron','digest-of-the-script','A broadband contract','2026-03-04T10:00:00Z',3,'4cf9e2262fa8f36a26d003fcb934479fc15df2b6b2268ea51adb9d363f2e612e',0,'playing','{"at":"3","where":"hold"}','c6bc2ff8d1881bb3b0ba9a8094652df0dc539408e87ce7437b4eadf4c1e23c44');
INSERT INTO "sessions" VALUES('quiet-otter','digest-of-the-script','A broadband contract','2026-03-03T10:00:00Z',6,'8016162c0a15a7e122a3adccc97648083e7fcb56a2950d101985f2118fbe4e9c',2,'playing','{"at":"6","where":"hold"}','8201281d3997d889df043bab8249f9d054fdc3763d59a9e6130cdaac162a4806');
CREATE TABLE settings (
        name TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "settings" VALUES('keep-words','7','49590eccc9838698ea8509440b2e90eb96e2786450a8ecbf51e644dae059b343');
CREATE TABLE words (
        session TEXT NOT NULL,
        seq INTEGER NOT NULL,
        field TEXT NOT NULL,
        text TEXT NOT NULL,
        salt TEXT NOT NULL,
        PRIMARY KEY (session, seq, field),
        FOREIGN KEY (session, seq) REFERENCES events (session, seq) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "words" VALUES('quiet-otter',3,'text','still waiting, 3 times now','1848e6a5790d55d09df7c92e5ecb6884');
INSERT INTO "words" VALUES('quiet-otter',6,'text','still waiting, 6 times now','c12302d65f43ee0ab8883f8bc49759b7');
CREATE INDEX promised ON events (kind)
    WHERE kind IN ('Committed', 'AssignmentTaken', 'BroughtBack')
    ;
COMMIT;
PRAGMA user_version = 4;
