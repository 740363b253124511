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
INSERT INTO "events" VALUES('brave-heron',2,'OptionChosen',1,2000,1800,'2026-03-03T10:00:02Z','{"option":2}','fd6c8d1fd3d410a4ee62802acfd06a88ba363a342fd0616b84d869781d3f0149','00945a25266ceb6bf2112694089e2a0c3f253d94fcfe9195d5c55957ba22ccce');
INSERT INTO "events" VALUES('brave-heron',3,'OptionChosen',1,3000,2700,'2026-03-03T10:00:03Z','{"pleasant":-3,"text":{"length":26,"words":"4876360eb69ee3f4cb754a20ea7ad0f1d3e3a1d4a45b65719a4918857811e810"}}','00945a25266ceb6bf2112694089e2a0c3f253d94fcfe9195d5c55957ba22ccce','84ca1da3d8b28b2365d075055e721a6e7547bc7bd5abb4f56da85a108d277df9');
INSERT INTO "events" VALUES('quiet-otter',1,'OptionChosen',1,1000,900,'2026-03-03T10:00:01Z','{"option":1}','e72e63458a52faa20b916ee2e97e9438d2b1d52b01f336c52f79dcd851dc604d','059f9af105d5def8339823f63199027ca2c4faae5fc584f13e2112ba69c89333');
INSERT INTO "events" VALUES('quiet-otter',2,'OptionChosen',1,2000,1800,'2026-03-03T10:00:02Z','{"option":2}','059f9af105d5def8339823f63199027ca2c4faae5fc584f13e2112ba69c89333','34aaac1b16ffa4c48a4ab499f1aeecd1bb066c2f7e69608e736a05713331bb96');
INSERT INTO "events" VALUES('quiet-otter',3,'OptionChosen',1,3000,2700,'2026-03-03T10:00:03Z','{"pleasant":-3,"text":{"length":26,"words":"d2c02c8ad5a776b6dcec48834b3b608823a54283522eb880d91f01f5c365d42e"}}','34aaac1b16ffa4c48a4ab499f1aeecd1bb066c2f7e69608e736a05713331bb96','5e0d6187bd3e5c27bbab8493b8aff4ebeb9bac41f5e9c264270ff5ca5436666d');
INSERT INTO "events" VALUES('quiet-otter',4,'OptionChosen',1,4000,3600,'2026-03-03T10:00:04Z','{"option":4}','5e0d6187bd3e5c27bbab8493b8aff4ebeb9bac41f5e9c264270ff5ca5436666d','329eb5eb8548832e195023bfdfc3f55de2813e463a7c74db792613b4ae3f3eab');
INSERT INTO "events" VALUES('quiet-otter',5,'OptionChosen',1,5000,4500,'2026-03-03T10:00:05Z','{"option":5}','329eb5eb8548832e195023bfdfc3f55de2813e463a7c74db792613b4ae3f3eab','8acc8e3454ba2fb0d9840e251983eef582341c868ff3e83956524764981aea54');
INSERT INTO "events" VALUES('quiet-otter',6,'OptionChosen',1,6000,5400,'2026-03-03T10:00:06Z','{"pleasant":-3,"text":{"length":26,"words":"81ad08ff6895d842111f5da06b84bb9404cdc6e741f31095688570b075981988"}}','8acc8e3454ba2fb0d9840e251983eef582341c868ff3e83956524764981aea54','fbb01a9a5104ce7c3c4cd2e8ec44df51cc1b545c5325c746aabc7dc264877619');
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
INSERT INTO "sessions" VALUES('brave-heron','digest-of-the-script','A broadband contract','2026-03-03T10:00:00Z',3,'84ca1da3d8b28b2365d075055e721a6e7547bc7bd5abb4f56da85a108d277df9',0,'playing','{"at":"3","where":"hold"}','2461c1101b1156c3bb609cb6dd8b637cd821b2035fa388548b630e1bf9aa2502');
INSERT INTO "sessions" VALUES('quiet-otter','digest-of-the-script','A broadband contract','2026-03-03T10:00:00Z',6,'fbb01a9a5104ce7c3c4cd2e8ec44df51cc1b545c5325c746aabc7dc264877619',2,'playing','{"at":"6","where":"hold"}','2e28124beda2b9f3f495f9995299bf8afd02ff552ccb3f228e3df0fe45aebc7c');
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
INSERT INTO "words" VALUES('quiet-otter',3,'text','still waiting, 3 times now','e6f57d735ab2db1a70dede7cf09401a3');
INSERT INTO "words" VALUES('quiet-otter',6,'text','still waiting, 6 times now','e8a03e0359a0cd55f8706e43c2e6115c');
COMMIT;
PRAGMA user_version = 2;
