CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  current INTEGER NOT NULL DEFAULT 0,
  everything INTEGER NOT NULL DEFAULT 0,
  searched TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE author (
  no INTEGER PRIMARY KEY,
  user TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE lineage (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  started_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  previous INTEGER REFERENCES lineage (no),
  previous_count INTEGER NOT NULL,
  previous_tip BLOB,
  missed_mark TEXT
) STRICT;

CREATE TABLE write_log (
  no INTEGER PRIMARY KEY,
  write_id TEXT NOT NULL UNIQUE,
  lineage INTEGER NOT NULL REFERENCES lineage (no),
  first_counter INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  at INTEGER NOT NULL,
  author INTEGER NOT NULL REFERENCES author (no),
  batch TEXT,
  unchanged TEXT,
  tip BLOB NOT NULL,
  source TEXT
) STRICT;

CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY,
  write INTEGER NOT NULL REFERENCES write_log (no),
  ledger INTEGER NOT NULL REFERENCES ledger (no),
  rid INTEGER NOT NULL,
  record TEXT NOT NULL,
  version INTEGER NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('create', 'update', 'remove', 'restore')),
  fields TEXT,
  digest BLOB,
  reason TEXT,
  undoes TEXT,
  clocks TEXT,
  author INTEGER
) STRICT;

CREATE TABLE search_key (
  kind INTEGER NOT NULL,
  ledger INTEGER NOT NULL,
  key TEXT NOT NULL,
  rid INTEGER NOT NULL,
  PRIMARY KEY (kind, ledger, key, rid)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_directory (
  kind INTEGER NOT NULL,
  begins TEXT NOT NULL,
  ledgers TEXT NOT NULL,
  has_longer INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, begins)
) STRICT, WITHOUT ROWID;

CREATE TABLE code_item (
  rid INTEGER PRIMARY KEY,
  code_table TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  valid_from TEXT,
  valid_to TEXT,
  place INTEGER NOT NULL,
  version INTEGER NOT NULL,
  edited INTEGER NOT NULL,
  UNIQUE (code_table, code)
) STRICT;

CREATE TABLE preference (
  user TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (user, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE view_log (
  no INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user TEXT NOT NULL,
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  name TEXT
) STRICT;

CREATE TABLE batch (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('import', 'batch-change')),
  ledger TEXT NOT NULL,
  label TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  undone_at TEXT,
  state TEXT NOT NULL
) STRICT;

CREATE TABLE refused_rows (
  no INTEGER PRIMARY KEY,
  batch TEXT NOT NULL,
  content BLOB NOT NULL,
  ledger TEXT
) STRICT;

CREATE TABLE figure_state (
  ledger INTEGER PRIMARY KEY REFERENCES ledger (no),
  layout TEXT NOT NULL,
  upto INTEGER NOT NULL,
  rows INTEGER NOT NULL
) STRICT;

CREATE TABLE figure_block (
  ledger INTEGER NOT NULL,
  field TEXT NOT NULL,
  block INTEGER NOT NULL,
  width INTEGER NOT NULL,
  codes BLOB NOT NULL,
  PRIMARY KEY (ledger, field, block)
) STRICT;

CREATE TABLE figure_value (
  ledger INTEGER NOT NULL,
  field TEXT NOT NULL,
  code INTEGER NOT NULL,
  value ANY NOT NULL,
  PRIMARY KEY (ledger, field, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_document (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_series (
  no INTEGER PRIMARY KEY,
  peer TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  lineage INTEGER NOT NULL REFERENCES lineage (no)
) STRICT;

CREATE TABLE sync_sent (
  no INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  peer TEXT NOT NULL,
  kind TEXT NOT NULL,
  series TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  tip TEXT NOT NULL,
  up_to INTEGER NOT NULL,
  file TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  counts TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  stick TEXT NOT NULL,
  verified TEXT NOT NULL,
  state TEXT NOT NULL,
  state_at TEXT NOT NULL
) STRICT;

CREATE TABLE sync_basis (
  peer TEXT PRIMARY KEY,
  series TEXT,
  number INTEGER,
  tip TEXT,
  position INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_receipt (
  no INTEGER PRIMARY KEY,
  peer TEXT NOT NULL,
  series TEXT NOT NULL,
  number INTEGER NOT NULL,
  written_at TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  UNIQUE (peer, series)
) STRICT;

CREATE TABLE sync_arrival (
  no INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  peer TEXT NOT NULL,
  kind TEXT NOT NULL,
  series TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  tip TEXT NOT NULL,
  facts TEXT NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL,
  after INTEGER NOT NULL,
  up_to INTEGER,
  outcome TEXT,
  file TEXT
) STRICT;

CREATE TABLE conflict (
  no INTEGER PRIMARY KEY,
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  peer TEXT NOT NULL,
  kept TEXT NOT NULL,
  kept_at INTEGER NOT NULL,
  kept_node TEXT NOT NULL,
  kept_author TEXT NOT NULL,
  other TEXT NOT NULL,
  other_at INTEGER NOT NULL,
  other_node TEXT NOT NULL,
  other_author TEXT NOT NULL,
  found_at TEXT NOT NULL,
  state TEXT NOT NULL,
  state_at TEXT NOT NULL,
  state_by TEXT NOT NULL
) STRICT;

CREATE TABLE quarantine (
  no INTEGER PRIMARY KEY,
  peer TEXT NOT NULL,
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  content TEXT NOT NULL,
  seen INTEGER NOT NULL,
  sensitive INTEGER NOT NULL,
  arrival INTEGER NOT NULL,
  field TEXT,
  reason TEXT NOT NULL,
  args TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE quarantine_link (
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  quarantine INTEGER NOT NULL,
  PRIMARY KEY (ledger, record, quarantine)
) STRICT, WITHOUT ROWID;

CREATE TABLE twin (
  no INTEGER PRIMARY KEY,
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  other TEXT NOT NULL,
  found_at TEXT NOT NULL,
  state TEXT NOT NULL,
  batch TEXT,
  UNIQUE (ledger, record, other)
) STRICT;

CREATE TABLE returned_row (
  no INTEGER PRIMARY KEY,
  peer TEXT NOT NULL,
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT,
  reason TEXT NOT NULL,
  args TEXT NOT NULL,
  position INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE duplicate_elsewhere (
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  other TEXT NOT NULL,
  unit_code TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (ledger, record, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE foreign_record (
  rid INTEGER PRIMARY KEY,
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  revision INTEGER NOT NULL,
  version INTEGER NOT NULL,
  sensitive INTEGER NOT NULL,
  content TEXT NOT NULL,
  UNIQUE (ledger, record)
) STRICT;

CREATE TABLE unknown_field (
  ledger TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (ledger, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE stick (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  bytes INTEGER,
  registered_at TEXT NOT NULL,
  registered_by TEXT NOT NULL,
  used_at TEXT,
  state TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX write_log_lineage ON write_log (lineage, first_counter);

CREATE INDEX write_log_batch ON write_log (batch) WHERE batch IS NOT NULL;

CREATE INDEX change_log_record ON change_log (ledger, rid);

CREATE INDEX write_log_source ON write_log (source) WHERE source IS NOT NULL;

CREATE UNIQUE INDEX figure_value_code ON figure_value (ledger, field, value);

CREATE INDEX view_log_at ON view_log (at);

CREATE INDEX view_log_user ON view_log (user, at);

CREATE INDEX view_log_ledger ON view_log (ledger, at);

CREATE INDEX view_log_record ON view_log (ledger, record, at);

CREATE INDEX sync_series_peer ON sync_series (peer, no);

CREATE INDEX sync_sent_peer ON sync_sent (peer, series, last);

CREATE INDEX sync_arrival_peer ON sync_arrival (peer, series, last);

CREATE UNIQUE INDEX conflict_once ON conflict (ledger, record, field, other_at, other_node);

CREATE INDEX conflict_open ON conflict (no) WHERE state = 'open';

CREATE INDEX quarantine_record ON quarantine (ledger, record);

CREATE INDEX quarantine_link_row ON quarantine_link (quarantine);

CREATE INDEX twin_other ON twin (ledger, other);

CREATE INDEX returned_row_record ON returned_row (ledger, record);

-- Number 8
CREATE TABLE person (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  doc_type TEXT,
  doc_no TEXT,
  no_document_reason TEXT,
  person_kinds TEXT,
  sex TEXT,
  birth_date TEXT,
  ethnic TEXT,
  former_name TEXT,
  phone TEXT,
  native_place TEXT,
  marital TEXT,
  political TEXT,
  education TEXT,
  religion TEXT,
  occupation_class TEXT,
  occupation TEXT,
  workplace TEXT,
  unit TEXT,
  photo TEXT,
  village TEXT,
  grid TEXT,
  address TEXT,
  residence_place TEXT,
  residence_address TEXT,
  hukou_place TEXT,
  hukou_address TEXT,
  hh_consistent TEXT,
  household TEXT,
  head_relation TEXT,
  inflow_reason TEXT,
  permit_type TEXT,
  permit_no TEXT,
  permit_date TEXT,
  permit_expire TEXT,
  dwelling_type TEXT,
  surname_en TEXT,
  given_name_en TEXT,
  nationality TEXT,
  doc_expire TEXT,
  china_purpose TEXT,
  arrive_date TEXT,
  leave_date TEXT,
  left_type TEXT,
  health TEXT,
  income INTEGER,
  family_income INTEGER,
  member TEXT,
  member_name TEXT,
  member_id_no TEXT,
  member_health TEXT,
  member_relation TEXT,
  member_contact TEXT,
  member_work_address TEXT,
  needs TEXT,
  help TEXT,
  is_focus INTEGER,
  source TEXT,
  checked_on TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX person_id ON person (id);

CREATE INDEX person_key ON person (doc_type, doc_no) WHERE removed_at IS NULL;

CREATE INDEX person_by_village__name_py ON person (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX person_by_grid__name_py ON person (grid, name_py) WHERE removed_at IS NULL;

CREATE INDEX person_by_sex__name_py ON person (sex, name_py) WHERE removed_at IS NULL;

CREATE INDEX person_by_birth_date ON person (birth_date) WHERE removed_at IS NULL;

CREATE INDEX person_by_name_py ON person (name_py) WHERE removed_at IS NULL;

CREATE INDEX person_by_doc_no ON person (doc_no) WHERE removed_at IS NULL;

CREATE INDEX person_by_checked_on ON person (checked_on) WHERE removed_at IS NULL;

CREATE INDEX person_by_name__birth_date ON person (name, birth_date) WHERE removed_at IS NULL;

CREATE INDEX person_by_unit ON person (unit) WHERE removed_at IS NULL AND unit IS NOT NULL;

CREATE INDEX person_by_address ON person (address) WHERE removed_at IS NULL AND address IS NOT NULL;

CREATE INDEX person_by_household ON person (household) WHERE removed_at IS NULL AND household IS NOT NULL;

CREATE INDEX person_by_member ON person (member) WHERE removed_at IS NULL AND member IS NOT NULL;

CREATE VIRTUAL TABLE person_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 7
CREATE TABLE household (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  household_no TEXT,
  kind TEXT,
  head_name TEXT,
  head_name_py TEXT,
  head TEXT,
  head_id_no TEXT,
  head_contact TEXT,
  village TEXT,
  grid TEXT,
  room TEXT,
  address TEXT,
  registered_on TEXT,
  concern TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX household_id ON household (id);

CREATE INDEX household_key ON household (household_no) WHERE removed_at IS NULL;

CREATE INDEX household_by_village__head_name_py ON household (village, head_name_py) WHERE removed_at IS NULL;

CREATE INDEX household_by_grid__head_name_py ON household (grid, head_name_py) WHERE removed_at IS NULL;

CREATE INDEX household_by_head_name_py ON household (head_name_py) WHERE removed_at IS NULL;

CREATE INDEX household_by_head_id_no ON household (head_id_no) WHERE removed_at IS NULL;

CREATE INDEX household_by_head_name ON household (head_name) WHERE removed_at IS NULL;

CREATE INDEX household_by_head ON household (head) WHERE removed_at IS NULL AND head IS NOT NULL;

CREATE INDEX household_by_room ON household (room) WHERE removed_at IS NULL AND room IS NOT NULL;

CREATE INDEX household_by_address ON household (address) WHERE removed_at IS NULL AND address IS NOT NULL;

CREATE VIRTUAL TABLE household_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 9
CREATE TABLE residence (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  person TEXT,
  room TEXT,
  address TEXT,
  place_text TEXT,
  village TEXT,
  grid TEXT,
  kind TEXT,
  from_day TEXT,
  to_day TEXT,
  event TEXT,
  end_reason TEXT,
  landlord TEXT,
  rental_house TEXT,
  source TEXT,
  reported_on TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX residence_id ON residence (id);

CREATE INDEX residence_key ON residence (person, from_day) WHERE removed_at IS NULL;

CREATE INDEX residence_by_from_day ON residence (from_day) WHERE removed_at IS NULL;

CREATE INDEX residence_by_room__from_day ON residence (room, from_day) WHERE removed_at IS NULL;

CREATE INDEX residence_by_village__from_day ON residence (village, from_day) WHERE removed_at IS NULL;

CREATE INDEX residence_by_grid__from_day ON residence (grid, from_day) WHERE removed_at IS NULL;

CREATE INDEX residence_by_address ON residence (address) WHERE removed_at IS NULL AND address IS NOT NULL;

CREATE INDEX residence_by_landlord ON residence (landlord) WHERE removed_at IS NULL AND landlord IS NOT NULL;

CREATE INDEX residence_by_rental_house ON residence (rental_house) WHERE removed_at IS NULL AND rental_house IS NOT NULL;

CREATE VIRTUAL TABLE residence_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 229
CREATE TABLE served_person (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  person TEXT,
  kind TEXT,
  village TEXT,
  grid TEXT,
  from_day TEXT,
  certificate_no TEXT,
  disability_kind TEXT,
  disability_grade TEXT,
  labour_ability TEXT,
  support_form TEXT,
  support_amount INTEGER,
  veteran_kind TEXT,
  matter TEXT,
  needs TEXT,
  help TEXT,
  unit TEXT,
  worker TEXT,
  worker_contact TEXT,
  visited_on TEXT,
  next_visit_on TEXT,
  to_day TEXT,
  end_reason TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX served_person_id ON served_person (id);

CREATE INDEX served_person_key ON served_person (person, kind, from_day) WHERE removed_at IS NULL;

CREATE INDEX served_person_by_village__from_day ON served_person (village, from_day) WHERE removed_at IS NULL;

CREATE INDEX served_person_by_kind__from_day ON served_person (kind, from_day) WHERE removed_at IS NULL;

CREATE INDEX served_person_by_from_day ON served_person (from_day) WHERE removed_at IS NULL;

CREATE INDEX served_person_by_next_visit_on ON served_person (next_visit_on) WHERE removed_at IS NULL;

CREATE INDEX served_person_by_next_visit_on__worker__removed_at ON served_person (next_visit_on, worker, removed_at) WHERE removed_at IS NULL;

CREATE INDEX served_person_by_grid ON served_person (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

-- Number 4
CREATE TABLE address (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  full_path TEXT,
  province TEXT,
  city TEXT,
  county TEXT,
  town TEXT,
  village TEXT,
  street TEXT,
  door_no TEXT,
  estate TEXT,
  building TEXT,
  unit_no TEXT,
  floor TEXT,
  room_no TEXT,
  division TEXT,
  grid TEXT,
  place TEXT,
  police_address_id TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX address_id ON address (id);

CREATE INDEX address_key ON address (full_path) WHERE removed_at IS NULL;

CREATE INDEX address_by_division__full_path ON address (division, full_path) WHERE removed_at IS NULL;

CREATE INDEX address_by_grid__full_path ON address (grid, full_path) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE address_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 5
CREATE TABLE building (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  code TEXT,
  name TEXT,
  name_py TEXT,
  estate_name TEXT,
  estate_code TEXT,
  village TEXT,
  grid TEXT,
  address TEXT,
  place TEXT,
  kind TEXT,
  building_use TEXT,
  structure TEXT,
  state TEXT,
  floor_area INTEGER,
  floors INTEGER,
  units INTEGER,
  room_count INTEGER,
  households INTEGER,
  people INTEGER,
  built_year INTEGER,
  owner_name TEXT,
  owner_name_py TEXT,
  owner_person TEXT,
  owner_contact TEXT,
  chief TEXT,
  chief_name TEXT,
  chief_name_py TEXT,
  chief_contact TEXT,
  photos TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX building_id ON building (id);

CREATE INDEX building_key ON building (code) WHERE removed_at IS NULL;

CREATE INDEX building_by_village__name_py ON building (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX building_by_grid__name_py ON building (grid, name_py) WHERE removed_at IS NULL;

CREATE INDEX building_by_name_py ON building (name_py) WHERE removed_at IS NULL;

CREATE INDEX building_by_name__village ON building (name, village) WHERE removed_at IS NULL;

CREATE INDEX building_by_address ON building (address) WHERE removed_at IS NULL AND address IS NOT NULL;

CREATE INDEX building_by_owner_person ON building (owner_person) WHERE removed_at IS NULL AND owner_person IS NOT NULL;

CREATE INDEX building_by_chief ON building (chief) WHERE removed_at IS NULL AND chief IS NOT NULL;

CREATE VIRTUAL TABLE building_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 6
CREATE TABLE room (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  building TEXT,
  room_no TEXT,
  name TEXT,
  floor INTEGER,
  village TEXT,
  grid TEXT,
  address TEXT,
  room_use TEXT,
  area INTEGER,
  bed_count INTEGER,
  owner_name TEXT,
  owner_name_py TEXT,
  owner_person TEXT,
  owner_contact TEXT,
  deed_no TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX room_id ON room (id);

CREATE INDEX room_key ON room (building, room_no) WHERE removed_at IS NULL;

CREATE INDEX room_by_village__name ON room (village, name) WHERE removed_at IS NULL;

CREATE INDEX room_by_grid__name ON room (grid, name) WHERE removed_at IS NULL;

CREATE INDEX room_by_name ON room (name) WHERE removed_at IS NULL;

CREATE INDEX room_by_address ON room (address) WHERE removed_at IS NULL AND address IS NOT NULL;

CREATE INDEX room_by_owner_person ON room (owner_person) WHERE removed_at IS NULL AND owner_person IS NOT NULL;

CREATE VIRTUAL TABLE room_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 12
CREATE TABLE rental_house (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  house_no TEXT,
  house_name TEXT,
  house_name_py TEXT,
  record_no TEXT,
  kind TEXT,
  village TEXT,
  grid TEXT,
  address TEXT,
  address_text TEXT,
  building TEXT,
  place TEXT,
  building_use TEXT,
  rental_use TEXT,
  letting_way TEXT,
  structure TEXT,
  area INTEGER,
  floors INTEGER,
  building_count INTEGER,
  flat_count INTEGER,
  room_count INTEGER,
  bed_count INTEGER,
  tenant_count INTEGER,
  owner_name TEXT,
  owner_name_py TEXT,
  owner_doc_type TEXT,
  owner_doc_no TEXT,
  owner_person TEXT,
  owner_contact TEXT,
  owner_address TEXT,
  sublessor_name TEXT,
  sublessor_contact TEXT,
  manager_name TEXT,
  manager_contact TEXT,
  tenant_name TEXT,
  tenant_id_no TEXT,
  tenant_contact TEXT,
  state TEXT,
  grade TEXT,
  hazard_type TEXT,
  access_control TEXT,
  smoke_alarm_count INTEGER,
  pledge_date TEXT,
  checked_on TEXT,
  next_check TEXT,
  photos TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX rental_house_id ON rental_house (id);

CREATE INDEX rental_house_key ON rental_house (house_no) WHERE removed_at IS NULL;

CREATE INDEX rental_house_by_village__house_no ON rental_house (village, house_no) WHERE removed_at IS NULL;

CREATE INDEX rental_house_by_grid__house_no ON rental_house (grid, house_no) WHERE removed_at IS NULL;

CREATE INDEX rental_house_by_grade__house_no ON rental_house (grade, house_no) WHERE removed_at IS NULL;

CREATE INDEX rental_house_by_house_name_py ON rental_house (house_name_py) WHERE removed_at IS NULL;

CREATE INDEX rental_house_by_next_check ON rental_house (next_check) WHERE removed_at IS NULL;

CREATE INDEX rental_house_by_owner_name__address_text ON rental_house (owner_name, address_text) WHERE removed_at IS NULL;

CREATE INDEX rental_house_by_house_name ON rental_house (house_name) WHERE removed_at IS NULL;

CREATE INDEX rental_house_by_state__next_check__removed_at ON rental_house (state, next_check, removed_at) WHERE removed_at IS NULL;

CREATE INDEX rental_house_by_address ON rental_house (address) WHERE removed_at IS NULL AND address IS NOT NULL;

CREATE INDEX rental_house_by_building ON rental_house (building) WHERE removed_at IS NULL AND building IS NOT NULL;

CREATE INDEX rental_house_by_owner_person ON rental_house (owner_person) WHERE removed_at IS NULL AND owner_person IS NOT NULL;

CREATE INDEX rental_house_lacking_pledge_date_by_state ON rental_house (state, pledge_date, removed_at) WHERE removed_at IS NULL AND pledge_date IS NULL;

CREATE VIRTUAL TABLE rental_house_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 10
CREATE TABLE unit (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  uscc TEXT,
  reg_no TEXT,
  old_reg_no TEXT,
  kind TEXT,
  ent_class TEXT,
  small_place TEXT,
  industry TEXT,
  state TEXT,
  opened_on TEXT,
  business_scope TEXT,
  capital INTEGER,
  reg_authority TEXT,
  approved_on TEXT,
  village TEXT,
  grid TEXT,
  address TEXT,
  address_text TEXT,
  room TEXT,
  building TEXT,
  place TEXT,
  contact TEXT,
  staff_count INTEGER,
  area INTEGER,
  legal_name TEXT,
  legal_name_py TEXT,
  legal_doc_type TEXT,
  legal_doc_no TEXT,
  legal_contact TEXT,
  legal_person TEXT,
  security_name TEXT,
  security_contact TEXT,
  is_hazchem INTEGER,
  hazard_type TEXT,
  concern TEXT,
  labor_grade TEXT,
  checked_on TEXT,
  next_check_on TEXT,
  party_ready INTEGER,
  has_party INTEGER,
  party_count INTEGER,
  has_union INTEGER,
  union_count INTEGER,
  has_youth INTEGER,
  youth_count INTEGER,
  has_women INTEGER,
  women_count INTEGER,
  photos TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX unit_id ON unit (id);

CREATE INDEX unit_key ON unit (reg_no) WHERE removed_at IS NULL;

CREATE INDEX unit_by_village__name_py ON unit (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX unit_by_grid__name_py ON unit (grid, name_py) WHERE removed_at IS NULL;

CREATE INDEX unit_by_kind__name_py ON unit (kind, name_py) WHERE removed_at IS NULL;

CREATE INDEX unit_by_name_py ON unit (name_py) WHERE removed_at IS NULL;

CREATE INDEX unit_by_uscc ON unit (uscc) WHERE removed_at IS NULL;

CREATE INDEX unit_by_next_check_on ON unit (next_check_on) WHERE removed_at IS NULL;

CREATE INDEX unit_by_name__village ON unit (name, village) WHERE removed_at IS NULL;

CREATE INDEX unit_by_state__next_check_on__removed_at ON unit (state, next_check_on, removed_at) WHERE removed_at IS NULL;

CREATE INDEX unit_by_address ON unit (address) WHERE removed_at IS NULL AND address IS NOT NULL;

CREATE INDEX unit_by_room ON unit (room) WHERE removed_at IS NULL AND room IS NOT NULL;

CREATE INDEX unit_by_building ON unit (building) WHERE removed_at IS NULL AND building IS NOT NULL;

CREATE INDEX unit_by_legal_person ON unit (legal_person) WHERE removed_at IS NULL AND legal_person IS NOT NULL;

CREATE VIRTUAL TABLE unit_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 11
CREATE TABLE facility (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  code TEXT,
  name TEXT,
  name_py TEXT,
  kind TEXT,
  video_class TEXT,
  network TEXT,
  network_state TEXT,
  village TEXT,
  grid TEXT,
  address TEXT,
  place_text TEXT,
  place TEXT,
  building TEXT,
  unit TEXT,
  owner_name TEXT,
  owner_person TEXT,
  owner_contact TEXT,
  maintainer TEXT,
  state TEXT,
  installed_on TEXT,
  checked_on TEXT,
  next_check_on TEXT,
  photos TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX facility_id ON facility (id);

CREATE INDEX facility_key ON facility (code) WHERE removed_at IS NULL;

CREATE INDEX facility_by_kind__code ON facility (kind, code) WHERE removed_at IS NULL;

CREATE INDEX facility_by_village__code ON facility (village, code) WHERE removed_at IS NULL;

CREATE INDEX facility_by_grid__code ON facility (grid, code) WHERE removed_at IS NULL;

CREATE INDEX facility_by_name_py ON facility (name_py) WHERE removed_at IS NULL;

CREATE INDEX facility_by_next_check_on ON facility (next_check_on) WHERE removed_at IS NULL;

CREATE INDEX facility_by_name ON facility (name) WHERE removed_at IS NULL;

CREATE INDEX facility_by_state__next_check_on__owner_name__removed_at ON facility (state, next_check_on, owner_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX facility_by_address ON facility (address) WHERE removed_at IS NULL AND address IS NOT NULL;

CREATE INDEX facility_by_building ON facility (building) WHERE removed_at IS NULL AND building IS NOT NULL;

CREATE INDEX facility_by_unit ON facility (unit) WHERE removed_at IS NULL AND unit IS NOT NULL;

CREATE INDEX facility_by_owner_person ON facility (owner_person) WHERE removed_at IS NULL AND owner_person IS NOT NULL;

CREATE VIRTUAL TABLE facility_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 103
CREATE TABLE school (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  unit TEXT,
  kind TEXT,
  is_public INTEGER,
  students INTEGER,
  staff INTEGER,
  authority TEXT,
  principal_name TEXT,
  principal_contact TEXT,
  sec_leader_name TEXT,
  sec_leader_contact TEXT,
  sec_name TEXT,
  sec_contact TEXT,
  police_name TEXT,
  police_contact TEXT,
  guard_count INTEGER,
  has_alarm INTEGER,
  checked_on TEXT,
  next_check_on TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX school_id ON school (id);

CREATE INDEX school_key ON school (name) WHERE removed_at IS NULL;

CREATE INDEX school_by_village__name_py ON school (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX school_by_name_py ON school (name_py) WHERE removed_at IS NULL;

CREATE INDEX school_by_next_check_on ON school (next_check_on) WHERE removed_at IS NULL;

CREATE INDEX school_by_next_check_on__sec_name__removed_at ON school (next_check_on, sec_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX school_by_unit ON school (unit) WHERE removed_at IS NULL AND unit IS NOT NULL;

CREATE INDEX school_by_grid ON school (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE school_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 102
CREATE TABLE courier (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  unit TEXT,
  brand TEXT,
  scope TEXT,
  reg_kind TEXT,
  holding TEXT,
  head_name TEXT,
  head_contact TEXT,
  camera_count INTEGER,
  xray_count INTEGER,
  open_check INTEGER,
  realname_check INTEGER,
  xray_check INTEGER,
  checked_on TEXT,
  next_check_on TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX courier_id ON courier (id);

CREATE INDEX courier_key ON courier (name, village) WHERE removed_at IS NULL;

CREATE INDEX courier_by_village__name_py ON courier (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX courier_by_name_py ON courier (name_py) WHERE removed_at IS NULL;

CREATE INDEX courier_by_next_check_on ON courier (next_check_on) WHERE removed_at IS NULL;

CREATE INDEX courier_by_next_check_on__head_name__removed_at ON courier (next_check_on, head_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX courier_by_unit ON courier (unit) WHERE removed_at IS NULL AND unit IS NOT NULL;

CREATE INDEX courier_by_grid ON courier (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE courier_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 2
CREATE TABLE grid (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  code TEXT,
  name TEXT,
  name_py TEXT,
  village TEXT,
  kind TEXT,
  head TEXT,
  household_count INTEGER,
  area_km2 INTEGER,
  centre TEXT,
  scope TEXT,
  boundary TEXT,
  sketch TEXT,
  started_on TEXT,
  ended_on TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX grid_id ON grid (id);

CREATE INDEX grid_key ON grid (code) WHERE removed_at IS NULL;

CREATE INDEX grid_by_village__code ON grid (village, code) WHERE removed_at IS NULL;

CREATE INDEX grid_by_name_py ON grid (name_py) WHERE removed_at IS NULL;

CREATE INDEX grid_by_name ON grid (name) WHERE removed_at IS NULL;

CREATE INDEX grid_by_head ON grid (head) WHERE removed_at IS NULL AND head IS NOT NULL;

CREATE VIRTUAL TABLE grid_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 3
CREATE TABLE grid_staff (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  staff_no TEXT,
  name TEXT,
  name_py TEXT,
  doc_type TEXT,
  doc_no TEXT,
  person TEXT,
  sex TEXT,
  birth_date TEXT,
  ethnic TEXT,
  political TEXT,
  education TEXT,
  phone TEXT,
  post TEXT,
  village TEXT,
  grid TEXT,
  stand_in TEXT,
  state TEXT,
  joined_on TEXT,
  left_on TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX grid_staff_id ON grid_staff (id);

CREATE INDEX grid_staff_key ON grid_staff (doc_type, doc_no) WHERE removed_at IS NULL;

CREATE INDEX grid_staff_by_village__name_py ON grid_staff (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX grid_staff_by_grid__name_py ON grid_staff (grid, name_py) WHERE removed_at IS NULL;

CREATE INDEX grid_staff_by_name_py ON grid_staff (name_py) WHERE removed_at IS NULL;

CREATE INDEX grid_staff_by_staff_no ON grid_staff (staff_no) WHERE removed_at IS NULL;

CREATE INDEX grid_staff_by_name__phone ON grid_staff (name, phone) WHERE removed_at IS NULL;

CREATE INDEX grid_staff_by_person ON grid_staff (person) WHERE removed_at IS NULL AND person IS NOT NULL;

CREATE INDEX grid_staff_by_stand_in ON grid_staff (stand_in) WHERE removed_at IS NULL AND stand_in IS NOT NULL;

CREATE VIRTUAL TABLE grid_staff_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 159
CREATE TABLE reward_sheet (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  village TEXT,
  month TEXT,
  state TEXT,
  step_due TEXT,
  people INTEGER,
  reports INTEGER,
  points INTEGER,
  amount INTEGER,
  made_on TEXT,
  made_by TEXT,
  checked_by TEXT,
  checked_on TEXT,
  publish_days INTEGER,
  published_on TEXT,
  approved_by TEXT,
  approved_on TEXT,
  paid_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX reward_sheet_id ON reward_sheet (id);

CREATE INDEX reward_sheet_key ON reward_sheet (village, month) WHERE removed_at IS NULL;

CREATE INDEX reward_sheet_by_month ON reward_sheet (month) WHERE removed_at IS NULL;

CREATE INDEX reward_sheet_by_made_on ON reward_sheet (made_on) WHERE removed_at IS NULL;

CREATE INDEX reward_sheet_by_state__month ON reward_sheet (state, month) WHERE removed_at IS NULL;

CREATE INDEX reward_sheet_by_state ON reward_sheet (state) WHERE removed_at IS NULL;

CREATE INDEX reward_sheet_by_step_due ON reward_sheet (step_due) WHERE removed_at IS NULL;

CREATE INDEX reward_sheet_by_state__step_due__removed_at ON reward_sheet (state, step_due, removed_at) WHERE removed_at IS NULL;

CREATE INDEX reward_sheet_lacking_approved_by_by_state ON reward_sheet (state, approved_by, removed_at) WHERE removed_at IS NULL AND approved_by IS NULL;

-- Number 160
CREATE TABLE reward_line (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  sheet TEXT,
  staff TEXT,
  staff_no TEXT,
  grid TEXT,
  reports INTEGER,
  zero_reports INTEGER,
  report_points INTEGER,
  report_amount INTEGER,
  score_points INTEGER,
  score_amount INTEGER,
  attendance_days INTEGER,
  adjust INTEGER,
  adjust_reason TEXT,
  amount INTEGER,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX reward_line_id ON reward_line (id);

CREATE INDEX reward_line_key ON reward_line (sheet, staff) WHERE removed_at IS NULL;

CREATE INDEX reward_line_by_staff_no ON reward_line (staff_no) WHERE removed_at IS NULL;

CREATE INDEX reward_line_by_staff__sheet ON reward_line (staff, sheet) WHERE removed_at IS NULL;

CREATE INDEX reward_line_by_grid ON reward_line (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

-- Number 161
CREATE TABLE reward_item (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  line TEXT,
  source_no TEXT,
  kind TEXT,
  issue TEXT,
  score TEXT,
  counted_on TEXT,
  rule_no TEXT,
  points INTEGER,
  amount INTEGER,
  zero_reason TEXT,
  same_as TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX reward_item_id ON reward_item (id);

CREATE INDEX reward_item_key ON reward_item (line, source_no) WHERE removed_at IS NULL;

CREATE INDEX reward_item_by_counted_on ON reward_item (counted_on) WHERE removed_at IS NULL;

CREATE INDEX reward_item_by_issue ON reward_item (issue) WHERE removed_at IS NULL AND issue IS NOT NULL;

CREATE INDEX reward_item_by_score ON reward_item (score) WHERE removed_at IS NULL AND score IS NOT NULL;

CREATE INDEX reward_item_by_same_as ON reward_item (same_as) WHERE removed_at IS NULL AND same_as IS NOT NULL;

-- Number 236
CREATE TABLE reward_step (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_record TEXT,
  action TEXT,
  action_name TEXT,
  from_state TEXT,
  to_state TEXT,
  acted_at TEXT,
  actor TEXT,
  opinion TEXT,
  documents TEXT,
  was_late INTEGER,
  due_at TEXT,
  due_explained TEXT,
  clocks TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX reward_step_id ON reward_step (id);

CREATE INDEX reward_step_key ON reward_step (case_record, acted_at, action) WHERE removed_at IS NULL;

CREATE INDEX reward_step_by_action__acted_at ON reward_step (action, acted_at) WHERE removed_at IS NULL;

CREATE INDEX reward_step_by_acted_at ON reward_step (acted_at) WHERE removed_at IS NULL;

-- Number 158
CREATE TABLE score_item (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  staff TEXT,
  village TEXT,
  happened_on TEXT,
  rule TEXT,
  times INTEGER,
  each_points INTEGER,
  each_amount INTEGER,
  points INTEGER,
  amount INTEGER,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX score_item_id ON score_item (id);

CREATE INDEX score_item_key ON score_item (staff, happened_on, rule) WHERE removed_at IS NULL;

CREATE INDEX score_item_by_happened_on ON score_item (happened_on) WHERE removed_at IS NULL;

CREATE INDEX score_item_by_village__happened_on ON score_item (village, happened_on) WHERE removed_at IS NULL;

CREATE INDEX score_item_by_rule ON score_item (rule) WHERE removed_at IS NULL AND rule IS NOT NULL;

-- Number 156
CREATE TABLE reward_rule (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  rule_no TEXT,
  category TEXT,
  level TEXT,
  points INTEGER,
  unit_price INTEGER,
  monthly_cap INTEGER,
  duplicate_days INTEGER,
  valid_from TEXT,
  valid_to TEXT,
  approver TEXT,
  basis TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX reward_rule_id ON reward_rule (id);

CREATE INDEX reward_rule_key ON reward_rule (rule_no, valid_from) WHERE removed_at IS NULL;

CREATE INDEX reward_rule_by_rule_no ON reward_rule (rule_no) WHERE removed_at IS NULL;

-- Number 157
CREATE TABLE score_rule (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  item_no TEXT,
  name TEXT,
  kind TEXT,
  points INTEGER,
  amount INTEGER,
  valid_from TEXT,
  valid_to TEXT,
  basis TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX score_rule_id ON score_rule (id);

CREATE INDEX score_rule_key ON score_rule (item_no, valid_from) WHERE removed_at IS NULL;

CREATE INDEX score_rule_by_item_no ON score_rule (item_no) WHERE removed_at IS NULL;

-- Number 13
CREATE TABLE issue (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  serial_no TEXT,
  title TEXT,
  category TEXT,
  item TEXT,
  level TEXT,
  hazard_level TEXT,
  status TEXT,
  issue_source TEXT,
  occurred_at TEXT,
  reported_at TEXT,
  village TEXT,
  grid TEXT,
  address TEXT,
  place_text TEXT,
  place TEXT,
  description TEXT,
  photos_before TEXT,
  reporter TEXT,
  reporter_name TEXT,
  reporter_contact TEXT,
  object_building TEXT,
  object_room TEXT,
  object_unit TEXT,
  object_facility TEXT,
  object_rental TEXT,
  party TEXT,
  party_name TEXT,
  party_name_py TEXT,
  party_doc_type TEXT,
  party_doc_no TEXT,
  party_contact TEXT,
  people_count INTEGER,
  amount INTEGER,
  scale TEXT,
  is_group INTEGER,
  is_legacy INTEGER,
  collect_way TEXT,
  is_important INTEGER,
  impact TEXT,
  tags TEXT,
  created_unit TEXT,
  matter TEXT,
  refusal TEXT,
  joined_to TEXT,
  accepted_at TEXT,
  dispatched_to TEXT,
  joint_units TEXT,
  dispatched_at TEXT,
  limit_days INTEGER,
  is_self_handled INTEGER,
  legal_basis TEXT,
  cause TEXT,
  extension_days INTEGER,
  extension_reason TEXT,
  extension_count INTEGER,
  return_count INTEGER,
  rework_count INTEGER,
  supervise_level TEXT,
  supervise_count INTEGER,
  hold_reason TEXT,
  sent_up_at TEXT,
  city_reply TEXT,
  satisfaction TEXT,
  evaluation TEXT,
  deadline TEXT,
  handler_name TEXT,
  handled_at TEXT,
  handling TEXT,
  photos_after TEXT,
  verifier_name TEXT,
  verified_at TEXT,
  verification TEXT,
  closed_at TEXT,
  closing TEXT,
  handle_by TEXT,
  joint_state TEXT,
  handling_level TEXT,
  loss INTEGER,
  dead_count INTEGER,
  hurt_count INTEGER,
  extension_unit TEXT,
  photos_verified TEXT,
  evaluation_kind TEXT,
  evaluated_at TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX issue_id ON issue (id);

CREATE INDEX issue_key ON issue (serial_no) WHERE removed_at IS NULL;

CREATE INDEX issue_by_status__reported_at ON issue (status, reported_at) WHERE removed_at IS NULL;

CREATE INDEX issue_by_village__reported_at ON issue (village, reported_at) WHERE removed_at IS NULL;

CREATE INDEX issue_by_grid__reported_at ON issue (grid, reported_at) WHERE removed_at IS NULL;

CREATE INDEX issue_by_category__reported_at ON issue (category, reported_at) WHERE removed_at IS NULL;

CREATE INDEX issue_by_status__deadline ON issue (status, deadline) WHERE removed_at IS NULL;

CREATE INDEX issue_by_reported_at ON issue (reported_at) WHERE removed_at IS NULL;

CREATE INDEX issue_by_status ON issue (status) WHERE removed_at IS NULL;

CREATE INDEX issue_by_deadline ON issue (deadline) WHERE removed_at IS NULL;

CREATE INDEX issue_by_object_rental__item ON issue (object_rental, item) WHERE removed_at IS NULL;

CREATE INDEX issue_by_object_unit__item ON issue (object_unit, item) WHERE removed_at IS NULL;

CREATE INDEX issue_by_object_facility__item ON issue (object_facility, item) WHERE removed_at IS NULL;

CREATE INDEX issue_by_object_room__item ON issue (object_room, item) WHERE removed_at IS NULL;

CREATE INDEX issue_by_status__deadline__handler_name__removed_at ON issue (status, deadline, handler_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX issue_by_address ON issue (address) WHERE removed_at IS NULL AND address IS NOT NULL;

CREATE INDEX issue_by_reporter ON issue (reporter) WHERE removed_at IS NULL AND reporter IS NOT NULL;

CREATE INDEX issue_by_object_building ON issue (object_building) WHERE removed_at IS NULL AND object_building IS NOT NULL;

CREATE INDEX issue_by_party ON issue (party) WHERE removed_at IS NULL AND party IS NOT NULL;

CREATE INDEX issue_by_matter ON issue (matter) WHERE removed_at IS NULL AND matter IS NOT NULL;

CREATE INDEX issue_by_joined_to ON issue (joined_to) WHERE removed_at IS NULL AND joined_to IS NOT NULL;

CREATE INDEX issue_by_legal_basis ON issue (legal_basis) WHERE removed_at IS NULL AND legal_basis IS NOT NULL;

CREATE INDEX issue_lacking_photos_after_by_status__handler_name ON issue (status, handler_name, photos_after, removed_at) WHERE removed_at IS NULL AND photos_after IS NULL;

CREATE VIRTUAL TABLE issue_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 29
CREATE TABLE issue_matter (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  matter_no TEXT,
  name TEXT,
  category TEXT,
  item TEXT,
  lead_unit TEXT,
  joint_units TEXT,
  limit_days INTEGER,
  level TEXT,
  basis TEXT,
  standard TEXT,
  approval TEXT,
  list_version TEXT,
  entered_on TEXT,
  left_on TEXT,
  exit_reason TEXT,
  work_group TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX issue_matter_id ON issue_matter (id);

CREATE INDEX issue_matter_key ON issue_matter (matter_no, list_version) WHERE removed_at IS NULL;

CREATE INDEX issue_matter_by_category__matter_no ON issue_matter (category, matter_no) WHERE removed_at IS NULL;

CREATE INDEX issue_matter_by_matter_no ON issue_matter (matter_no) WHERE removed_at IS NULL;

CREATE INDEX issue_matter_by_entered_on ON issue_matter (entered_on) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE issue_matter_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 28
CREATE TABLE issue_step (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_record TEXT,
  action TEXT,
  action_name TEXT,
  from_state TEXT,
  to_state TEXT,
  acted_at TEXT,
  actor TEXT,
  opinion TEXT,
  documents TEXT,
  was_late INTEGER,
  due_at TEXT,
  due_explained TEXT,
  clocks TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX issue_step_id ON issue_step (id);

CREATE INDEX issue_step_key ON issue_step (case_record, acted_at, action) WHERE removed_at IS NULL;

CREATE INDEX issue_step_by_action__acted_at ON issue_step (action, acted_at) WHERE removed_at IS NULL;

CREATE INDEX issue_step_by_acted_at ON issue_step (acted_at) WHERE removed_at IS NULL;

-- Number 232
CREATE TABLE issue_reply (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_record TEXT,
  handed_up_at TEXT,
  kind TEXT,
  case_no TEXT,
  content TEXT,
  documents TEXT,
  replied_at TEXT,
  office TEXT,
  replied_by TEXT,
  outcome TEXT,
  outcome_at TEXT,
  outcome_reason TEXT,
  follow_up TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX issue_reply_id ON issue_reply (id);

CREATE INDEX issue_reply_key ON issue_reply (case_record, replied_at, kind) WHERE removed_at IS NULL;

CREATE INDEX issue_reply_by_replied_at ON issue_reply (replied_at) WHERE removed_at IS NULL;

CREATE INDEX issue_reply_by_outcome ON issue_reply (outcome) WHERE removed_at IS NULL;

CREATE INDEX issue_reply_lacking_follow_up_by_outcome ON issue_reply (outcome, follow_up, removed_at) WHERE removed_at IS NULL AND follow_up IS NULL;

-- Number 178
CREATE TABLE dispute (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  title TEXT,
  status TEXT,
  kind TEXT,
  scale TEXT,
  source TEXT,
  occur_date TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  people_count INTEGER,
  units TEXT,
  summary TEXT,
  party_name TEXT,
  party_name_py TEXT,
  party_person TEXT,
  party_doc_type TEXT,
  party_doc_no TEXT,
  party_sex TEXT,
  party_ethnic TEXT,
  party_education TEXT,
  party_contact TEXT,
  party_address TEXT,
  party_kind TEXT,
  risk_factors TEXT,
  risk_score INTEGER,
  risk_level TEXT,
  risk_found_on TEXT,
  risk_removed_on TEXT,
  reported_to TEXT,
  reported_on TEXT,
  report_due TEXT,
  protection TEXT,
  follow_count INTEGER,
  next_follow_up TEXT,
  may_petition INTEGER,
  may_unsettle INTEGER,
  warning_level TEXT,
  deadline TEXT,
  step_due TEXT,
  mediation_org TEXT,
  mediation_on TEXT,
  mediation_case TEXT,
  resolve_way TEXT,
  resolve_org TEXT,
  resolver_name TEXT,
  resolver_contact TEXT,
  level TEXT,
  sent_up_on TEXT,
  sent_up_at TEXT,
  city_no TEXT,
  joint_bodies TEXT,
  success INTEGER,
  resolved_on TEXT,
  resolve_detail TEXT,
  review_date TEXT,
  review TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX dispute_id ON dispute (id);

CREATE INDEX dispute_key ON dispute (village, title, occur_date) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_occur_date ON dispute (occur_date) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_status__occur_date ON dispute (status, occur_date) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_risk_level__occur_date ON dispute (risk_level, occur_date) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_village__occur_date ON dispute (village, occur_date) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_grid__occur_date ON dispute (grid, occur_date) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_report_due ON dispute (report_due) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_next_follow_up ON dispute (next_follow_up) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_deadline ON dispute (deadline) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_step_due ON dispute (step_due) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_status__step_due__resolver_name__removed_at ON dispute (status, step_due, resolver_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_report_due__resolver_name__removed_at ON dispute (report_due, resolver_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_status__next_follow_up__resolver_name__removed_at ON dispute (status, next_follow_up, resolver_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_status__deadline__resolver_name__removed_at ON dispute (status, deadline, resolver_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX dispute_by_party_person ON dispute (party_person) WHERE removed_at IS NULL AND party_person IS NOT NULL;

CREATE INDEX dispute_by_mediation_org ON dispute (mediation_org) WHERE removed_at IS NULL AND mediation_org IS NOT NULL;

CREATE INDEX dispute_by_mediation_case ON dispute (mediation_case) WHERE removed_at IS NULL AND mediation_case IS NOT NULL;

CREATE INDEX dispute_lacking_reported_on_by_risk_level__resolver_name ON dispute (risk_level, resolver_name, reported_on, removed_at) WHERE removed_at IS NULL AND reported_on IS NULL;

CREATE INDEX dispute_lacking_resolve_detail_by_status__resolver_name ON dispute (status, resolver_name, resolve_detail, removed_at) WHERE removed_at IS NULL AND resolve_detail IS NULL;

CREATE VIRTUAL TABLE dispute_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 179
CREATE TABLE dispute_follow_up (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  dispute TEXT,
  on_day TEXT,
  who TEXT,
  met TEXT,
  situation TEXT,
  is_worse INTEGER,
  measures TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX dispute_follow_up_id ON dispute_follow_up (id);

CREATE INDEX dispute_follow_up_key ON dispute_follow_up (dispute, on_day) WHERE removed_at IS NULL;

CREATE INDEX dispute_follow_up_by_on_day ON dispute_follow_up (on_day) WHERE removed_at IS NULL;

-- Number 180
CREATE TABLE dispute_handover (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  dispute TEXT,
  direction TEXT,
  from_unit TEXT,
  to_unit TEXT,
  handed_on TEXT,
  handed_by TEXT,
  reason TEXT,
  done TEXT,
  papers TEXT,
  reply_by TEXT,
  reply_due TEXT,
  received_on TEXT,
  received_by TEXT,
  replied_on TEXT,
  reply TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX dispute_handover_id ON dispute_handover (id);

CREATE INDEX dispute_handover_key ON dispute_handover (dispute, handed_on, to_unit) WHERE removed_at IS NULL;

CREATE INDEX dispute_handover_by_handed_on ON dispute_handover (handed_on) WHERE removed_at IS NULL;

CREATE INDEX dispute_handover_by_reply_due ON dispute_handover (reply_due) WHERE removed_at IS NULL;

CREATE INDEX dispute_handover_by_reply_due__handed_by__removed_at ON dispute_handover (reply_due, handed_by, removed_at) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE dispute_handover_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 188
CREATE TABLE dispute_step (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_record TEXT,
  action TEXT,
  action_name TEXT,
  from_state TEXT,
  to_state TEXT,
  acted_at TEXT,
  actor TEXT,
  opinion TEXT,
  documents TEXT,
  was_late INTEGER,
  due_at TEXT,
  due_explained TEXT,
  clocks TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX dispute_step_id ON dispute_step (id);

CREATE INDEX dispute_step_key ON dispute_step (case_record, acted_at, action) WHERE removed_at IS NULL;

CREATE INDEX dispute_step_by_action__acted_at ON dispute_step (action, acted_at) WHERE removed_at IS NULL;

CREATE INDEX dispute_step_by_acted_at ON dispute_step (acted_at) WHERE removed_at IS NULL;

-- Number 234
CREATE TABLE dispute_reply (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_record TEXT,
  handed_up_at TEXT,
  kind TEXT,
  case_no TEXT,
  content TEXT,
  documents TEXT,
  replied_at TEXT,
  office TEXT,
  replied_by TEXT,
  outcome TEXT,
  outcome_at TEXT,
  outcome_reason TEXT,
  follow_up TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX dispute_reply_id ON dispute_reply (id);

CREATE INDEX dispute_reply_key ON dispute_reply (case_record, replied_at, kind) WHERE removed_at IS NULL;

CREATE INDEX dispute_reply_by_replied_at ON dispute_reply (replied_at) WHERE removed_at IS NULL;

CREATE INDEX dispute_reply_by_outcome ON dispute_reply (outcome) WHERE removed_at IS NULL;

CREATE INDEX dispute_reply_lacking_follow_up_by_outcome ON dispute_reply (outcome, follow_up, removed_at) WHERE removed_at IS NULL AND follow_up IS NULL;

-- Number 230
CREATE TABLE screening_plan (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  village TEXT,
  unit TEXT,
  responsible TEXT,
  rhythm TEXT,
  from_day TEXT,
  to_day TEXT,
  sensitive_from TEXT,
  sensitive_to TEXT,
  last_on TEXT,
  next_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX screening_plan_id ON screening_plan (id);

CREATE INDEX screening_plan_key ON screening_plan (village, unit) WHERE removed_at IS NULL;

CREATE INDEX screening_plan_by_unit ON screening_plan (unit) WHERE removed_at IS NULL;

CREATE INDEX screening_plan_by_next_on ON screening_plan (next_on) WHERE removed_at IS NULL;

CREATE INDEX screening_plan_by_next_on__responsible__removed_at ON screening_plan (next_on, responsible, removed_at) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE screening_plan_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 231
CREATE TABLE screening_round (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  plan TEXT,
  screened_on TEXT,
  screeners TEXT,
  unit_count INTEGER,
  people_count INTEGER,
  dispute_found INTEGER,
  dispute_settled INTEGER,
  order_found INTEGER,
  order_cleared INTEGER,
  traffic_found INTEGER,
  traffic_cleared INTEGER,
  work_found INTEGER,
  work_cleared INTEGER,
  line_found INTEGER,
  line_cleared INTEGER,
  food_found INTEGER,
  food_cleared INTEGER,
  fire_found INTEGER,
  fire_cleared INTEGER,
  economy_found INTEGER,
  economy_cleared INTEGER,
  other_found INTEGER,
  other_cleared INTEGER,
  situation TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX screening_round_id ON screening_round (id);

CREATE INDEX screening_round_key ON screening_round (plan, screened_on) WHERE removed_at IS NULL;

CREATE INDEX screening_round_by_screened_on ON screening_round (screened_on) WHERE removed_at IS NULL;

-- Number 181
CREATE TABLE mediation_case (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  org TEXT,
  org_sign TEXT,
  case_year INTEGER,
  serial INTEGER,
  case_no TEXT,
  case_name TEXT,
  case_name_py TEXT,
  status TEXT,
  registered_on TEXT,
  registrar TEXT,
  source TEXT,
  kind TEXT,
  dispute TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  summary TEXT,
  requests TEXT,
  evidence TEXT,
  amount INTEGER,
  is_complex INTEGER,
  parties TEXT,
  party_count INTEGER,
  subjects TEXT,
  accepted_on TEXT,
  refusal TEXT,
  rights_told_on TEXT,
  mediator TEXT,
  other_mediators TEXT,
  clerk TEXT,
  extend_days INTEGER,
  deadline TEXT,
  session_count INTEGER,
  last_session_on TEXT,
  next_session_at TEXT,
  id_files TEXT,
  authority_files TEXT,
  evidence_files TEXT,
  result TEXT,
  result_on TEXT,
  agreement_form TEXT,
  agreement_facts TEXT,
  agreement TEXT,
  perform_way TEXT,
  perform_place TEXT,
  perform_by TEXT,
  copies INTEGER,
  agreed_on TEXT,
  agreement_files TEXT,
  advice TEXT,
  ended_why TEXT,
  prevented TEXT,
  prevented_people INTEGER,
  performance TEXT,
  perform_due TEXT,
  performance_files TEXT,
  visit_by TEXT,
  visit_due TEXT,
  last_visit_on TEXT,
  confirm_wanted INTEGER,
  confirm_due TEXT,
  confirm_applied_on TEXT,
  pretrial_on TEXT,
  court TEXT,
  court_no TEXT,
  court_replied_on TEXT,
  court_result TEXT,
  court_files TEXT,
  closed_on TEXT,
  closing TEXT,
  approver TEXT,
  approval TEXT,
  dossier_note TEXT,
  keep TEXT,
  archived_on TEXT,
  archive_place TEXT,
  other_files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX mediation_case_id ON mediation_case (id);

CREATE INDEX mediation_case_key ON mediation_case (case_no) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_registered_on ON mediation_case (registered_on) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_org__registered_on ON mediation_case (org, registered_on) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_org__case_year__serial ON mediation_case (org, case_year, serial) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_status__registered_on ON mediation_case (status, registered_on) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_kind__registered_on ON mediation_case (kind, registered_on) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_village__registered_on ON mediation_case (village, registered_on) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_accepted_on ON mediation_case (accepted_on) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_deadline ON mediation_case (deadline) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_result_on ON mediation_case (result_on) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_perform_due ON mediation_case (perform_due) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_visit_due ON mediation_case (visit_due) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_confirm_due ON mediation_case (confirm_due) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_status__deadline__mediator__removed_at ON mediation_case (status, deadline, mediator, removed_at) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_status__next_session_at__mediator__removed_at ON mediation_case (status, next_session_at, mediator, removed_at) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_perform_due__mediator__removed_at ON mediation_case (perform_due, mediator, removed_at) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_visit_due__mediator__removed_at ON mediation_case (visit_due, mediator, removed_at) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_confirm_due__mediator__removed_at ON mediation_case (confirm_due, mediator, removed_at) WHERE removed_at IS NULL;

CREATE INDEX mediation_case_by_dispute ON mediation_case (dispute) WHERE removed_at IS NULL AND dispute IS NOT NULL;

CREATE INDEX mediation_case_by_grid ON mediation_case (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE INDEX mediation_case_by_mediator ON mediation_case (mediator) WHERE removed_at IS NULL AND mediator IS NOT NULL;

CREATE INDEX mediation_case_lacking_rights_told_on_by_status__mediator ON mediation_case (status, mediator, rights_told_on, removed_at) WHERE removed_at IS NULL AND rights_told_on IS NULL;

CREATE INDEX mediation_case_lacking_id_files_by_status__mediator ON mediation_case (status, mediator, id_files, removed_at) WHERE removed_at IS NULL AND id_files IS NULL;

CREATE INDEX mediation_case_lacking_session_count_by_status__mediator ON mediation_case (status, mediator, session_count, removed_at) WHERE removed_at IS NULL AND session_count IS NULL;

CREATE INDEX mediation_case_lacking_agreement_by_status__mediator ON mediation_case (status, mediator, agreement, removed_at) WHERE removed_at IS NULL AND agreement IS NULL;

CREATE INDEX mediation_case_lacking_last_visit_on_by_status__mediator ON mediation_case (status, mediator, last_visit_on, removed_at) WHERE removed_at IS NULL AND last_visit_on IS NULL;

CREATE INDEX mediation_case_lacking_closing_by_status__mediator ON mediation_case (status, mediator, closing, removed_at) WHERE removed_at IS NULL AND closing IS NULL;

CREATE INDEX mediation_case_lacking_keep_by_status__mediator ON mediation_case (status, mediator, keep, removed_at) WHERE removed_at IS NULL AND keep IS NULL;

CREATE VIRTUAL TABLE mediation_case_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 187
CREATE TABLE mediation_step (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_record TEXT,
  action TEXT,
  action_name TEXT,
  from_state TEXT,
  to_state TEXT,
  acted_at TEXT,
  actor TEXT,
  opinion TEXT,
  documents TEXT,
  was_late INTEGER,
  due_at TEXT,
  due_explained TEXT,
  clocks TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX mediation_step_id ON mediation_step (id);

CREATE INDEX mediation_step_key ON mediation_step (case_record, acted_at, action) WHERE removed_at IS NULL;

CREATE INDEX mediation_step_by_action__acted_at ON mediation_step (action, acted_at) WHERE removed_at IS NULL;

CREATE INDEX mediation_step_by_acted_at ON mediation_step (acted_at) WHERE removed_at IS NULL;

-- Number 182
CREATE TABLE mediation_party (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  med_case TEXT,
  role TEXT,
  kind TEXT,
  name TEXT,
  name_py TEXT,
  person TEXT,
  unit TEXT,
  sex TEXT,
  birth_date TEXT,
  ethnic TEXT,
  doc_type TEXT,
  doc_no TEXT,
  credit_code TEXT,
  head TEXT,
  occupation TEXT,
  employer TEXT,
  address TEXT,
  phone TEXT,
  agent TEXT,
  agent_relation TEXT,
  agent_phone TEXT,
  agent_scope TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX mediation_party_id ON mediation_party (id);

CREATE INDEX mediation_party_key ON mediation_party (med_case, role, name) WHERE removed_at IS NULL;

CREATE INDEX mediation_party_by_person__name_py ON mediation_party (person, name_py) WHERE removed_at IS NULL;

CREATE INDEX mediation_party_by_name_py ON mediation_party (name_py) WHERE removed_at IS NULL;

CREATE INDEX mediation_party_by_name ON mediation_party (name) WHERE removed_at IS NULL;

CREATE INDEX mediation_party_by_unit ON mediation_party (unit) WHERE removed_at IS NULL AND unit IS NOT NULL;

CREATE VIRTUAL TABLE mediation_party_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 183
CREATE TABLE mediation_investigation (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  med_case TEXT,
  started_at TEXT,
  place TEXT,
  attendees TEXT,
  asked TEXT,
  asked_sex TEXT,
  asked_age INTEGER,
  asked_employer TEXT,
  asked_address TEXT,
  asked_phone TEXT,
  relation TEXT,
  content TEXT,
  investigator TEXT,
  clerk TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX mediation_investigation_id ON mediation_investigation (id);

CREATE INDEX mediation_investigation_key ON mediation_investigation (med_case, started_at, asked) WHERE removed_at IS NULL;

CREATE INDEX mediation_investigation_by_started_at ON mediation_investigation (started_at) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE mediation_investigation_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 184
CREATE TABLE mediation_session (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  med_case TEXT,
  round INTEGER,
  held_at TEXT,
  place TEXT,
  present TEXT,
  attendees TEXT,
  mediators TEXT,
  content TEXT,
  result TEXT,
  next_at TEXT,
  clerk TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX mediation_session_id ON mediation_session (id);

CREATE INDEX mediation_session_key ON mediation_session (med_case, held_at) WHERE removed_at IS NULL;

CREATE INDEX mediation_session_by_med_case__round ON mediation_session (med_case, round) WHERE removed_at IS NULL;

CREATE INDEX mediation_session_by_held_at ON mediation_session (held_at) WHERE removed_at IS NULL;

CREATE INDEX mediation_session_by_next_at ON mediation_session (next_at) WHERE removed_at IS NULL;

-- Number 185
CREATE TABLE mediation_performance (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  med_case TEXT,
  noted_on TEXT,
  state TEXT,
  amount INTEGER,
  way TEXT,
  performer TEXT,
  reason TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX mediation_performance_id ON mediation_performance (id);

CREATE INDEX mediation_performance_key ON mediation_performance (med_case, noted_on) WHERE removed_at IS NULL;

CREATE INDEX mediation_performance_by_noted_on ON mediation_performance (noted_on) WHERE removed_at IS NULL;

-- Number 186
CREATE TABLE mediation_return_visit (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  med_case TEXT,
  visited_on TEXT,
  way TEXT,
  visitor TEXT,
  visited TEXT,
  reason TEXT,
  state TEXT,
  content TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX mediation_return_visit_id ON mediation_return_visit (id);

CREATE INDEX mediation_return_visit_key ON mediation_return_visit (med_case, visited_on) WHERE removed_at IS NULL;

CREATE INDEX mediation_return_visit_by_visited_on ON mediation_return_visit (visited_on) WHERE removed_at IS NULL;

-- Number 189
CREATE TABLE mediation_report (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  title TEXT,
  from_day TEXT,
  to_day TEXT,
  org TEXT,
  filled_by TEXT,
  reviewed_by TEXT,
  filled_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX mediation_report_id ON mediation_report (id);

CREATE INDEX mediation_report_key ON mediation_report (title) WHERE removed_at IS NULL;

CREATE INDEX mediation_report_by_from_day ON mediation_report (from_day) WHERE removed_at IS NULL;

CREATE INDEX mediation_report_by_org ON mediation_report (org) WHERE removed_at IS NULL AND org IS NOT NULL;

CREATE VIRTUAL TABLE mediation_report_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 175
CREATE TABLE mediation_org (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  sign TEXT,
  kind TEXT,
  state TEXT,
  founder TEXT,
  founded_on TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  head_name TEXT,
  head_contact TEXT,
  brand_person TEXT,
  member_count INTEGER,
  full_time_count INTEGER,
  service_hours TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX mediation_org_id ON mediation_org (id);

CREATE INDEX mediation_org_key ON mediation_org (name) WHERE removed_at IS NULL;

CREATE INDEX mediation_org_by_village__name_py ON mediation_org (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX mediation_org_by_name_py ON mediation_org (name_py) WHERE removed_at IS NULL;

CREATE INDEX mediation_org_by_kind ON mediation_org (kind) WHERE removed_at IS NULL;

CREATE INDEX mediation_org_by_grid ON mediation_org (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE mediation_org_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 176
CREATE TABLE mediator (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  sex TEXT,
  id_no TEXT,
  birth_date TEXT,
  phone TEXT,
  org TEXT,
  work TEXT,
  state TEXT,
  person TEXT,
  education TEXT,
  political TEXT,
  firm TEXT,
  station TEXT,
  certificate_no TEXT,
  shifts TEXT,
  skills TEXT,
  appointed_on TEXT,
  term_end TEXT,
  trained_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX mediator_id ON mediator (id);

CREATE INDEX mediator_key ON mediator (name, phone) WHERE removed_at IS NULL;

CREATE INDEX mediator_by_org__name_py ON mediator (org, name_py) WHERE removed_at IS NULL;

CREATE INDEX mediator_by_name_py ON mediator (name_py) WHERE removed_at IS NULL;

CREATE INDEX mediator_by_state ON mediator (state) WHERE removed_at IS NULL;

CREATE INDEX mediator_by_term_end ON mediator (term_end) WHERE removed_at IS NULL;

CREATE INDEX mediator_by_state__term_end__name__removed_at ON mediator (state, term_end, name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX mediator_by_person ON mediator (person) WHERE removed_at IS NULL AND person IS NOT NULL;

CREATE VIRTUAL TABLE mediator_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 177
CREATE TABLE dispute_risk_criterion (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  factor TEXT,
  points INTEGER,
  least TEXT,
  guide TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX dispute_risk_criterion_id ON dispute_risk_criterion (id);

CREATE INDEX dispute_risk_criterion_key ON dispute_risk_criterion (factor) WHERE removed_at IS NULL;

-- Number 152
CREATE TABLE labour_assessment (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  unit TEXT,
  period TEXT,
  assessed_on TEXT,
  assessor TEXT,
  village TEXT,
  wage_months INTEGER,
  owed_people INTEGER,
  owed_amount INTEGER,
  wage_cycle INTEGER,
  utility_months INTEGER,
  power_drop INTEGER,
  insurance_months INTEGER,
  layoff_rate INTEGER,
  rent_months INTEGER,
  is_unreachable INTEGER,
  is_changed INTEGER,
  lawsuits INTEGER,
  is_tax_irregular INTEGER,
  is_stopped INTEGER,
  is_moving INTEGER,
  complaints INTEGER,
  petitioners INTEGER,
  order_drop INTEGER,
  is_risky_trade INTEGER,
  hand_points INTEGER,
  hand_reason TEXT,
  score INTEGER,
  grade TEXT,
  vetoes TEXT,
  duty TEXT,
  state TEXT,
  responsible TEXT,
  lead_unit TEXT,
  reviewed_on TEXT,
  next_review TEXT,
  paid_amount INTEGER,
  paid_people INTEGER,
  closed_on TEXT,
  closing TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX labour_assessment_id ON labour_assessment (id);

CREATE INDEX labour_assessment_key ON labour_assessment (unit, period) WHERE removed_at IS NULL;

CREATE INDEX labour_assessment_by_assessed_on ON labour_assessment (assessed_on) WHERE removed_at IS NULL;

CREATE INDEX labour_assessment_by_next_review ON labour_assessment (next_review) WHERE removed_at IS NULL;

CREATE INDEX labour_assessment_by_state__next_review ON labour_assessment (state, next_review) WHERE removed_at IS NULL;

CREATE INDEX labour_assessment_by_grade__assessed_on ON labour_assessment (grade, assessed_on) WHERE removed_at IS NULL;

CREATE INDEX labour_assessment_by_period__grade ON labour_assessment (period, grade) WHERE removed_at IS NULL;

CREATE INDEX labour_assessment_by_state__next_review__responsible__removed_at ON labour_assessment (state, next_review, responsible, removed_at) WHERE removed_at IS NULL;

CREATE INDEX labour_assessment_by_village ON labour_assessment (village) WHERE removed_at IS NULL AND village IS NOT NULL;

CREATE INDEX labour_assessment_lacking_responsible_by_grade ON labour_assessment (grade, responsible, removed_at) WHERE removed_at IS NULL AND responsible IS NULL;

-- Number 153
CREATE TABLE labour_step (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  assessment TEXT,
  done_on TEXT,
  way TEXT,
  person TEXT,
  content TEXT,
  paid_people INTEGER,
  paid_amount INTEGER,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX labour_step_id ON labour_step (id);

CREATE INDEX labour_step_key ON labour_step (assessment, done_on, way) WHERE removed_at IS NULL;

CREATE INDEX labour_step_by_done_on ON labour_step (done_on) WHERE removed_at IS NULL;

-- Number 151
CREATE TABLE labour_indicator (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  item TEXT,
  weight INTEGER,
  half_from INTEGER,
  full_from INTEGER,
  valid_from TEXT,
  valid_to TEXT,
  basis TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX labour_indicator_id ON labour_indicator (id);

CREATE INDEX labour_indicator_key ON labour_indicator (item, valid_from) WHERE removed_at IS NULL;

CREATE INDEX labour_indicator_by_item ON labour_indicator (item) WHERE removed_at IS NULL;

-- Number 155
CREATE TABLE labour_veto (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  first_item TEXT,
  first_from INTEGER,
  second_item TEXT,
  second_from INTEGER,
  grade TEXT,
  valid_from TEXT,
  valid_to TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX labour_veto_id ON labour_veto (id);

CREATE INDEX labour_veto_key ON labour_veto (name, valid_from) WHERE removed_at IS NULL;

CREATE INDEX labour_veto_by_name ON labour_veto (name) WHERE removed_at IS NULL;

-- Number 154
CREATE TABLE labour_grade_rule (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  grade TEXT,
  from_score INTEGER,
  every INTEGER,
  unit TEXT,
  duty TEXT,
  valid_from TEXT,
  valid_to TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX labour_grade_rule_id ON labour_grade_rule (id);

CREATE INDEX labour_grade_rule_key ON labour_grade_rule (grade, valid_from) WHERE removed_at IS NULL;

CREATE INDEX labour_grade_rule_by_grade ON labour_grade_rule (grade) WHERE removed_at IS NULL;

-- Number 202
CREATE TABLE inspection (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  inspection_no TEXT,
  number_year INTEGER,
  serial INTEGER,
  object_kind TEXT,
  object_rental TEXT,
  object_unit TEXT,
  object_facility TEXT,
  object_school TEXT,
  object_name TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  checked_at TEXT,
  check_kind TEXT,
  checkers TEXT,
  list TEXT,
  passed_items TEXT,
  failed_items TEXT,
  other_items TEXT,
  passed_count INTEGER,
  failed_count INTEGER,
  other_count INTEGER,
  result TEXT,
  points INTEGER,
  grade TEXT,
  next_check TEXT,
  item_notes TEXT,
  opinion TEXT,
  party_name TEXT,
  party_contact TEXT,
  signature TEXT,
  photos TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX inspection_id ON inspection (id);

CREATE INDEX inspection_key ON inspection (inspection_no) WHERE removed_at IS NULL;

CREATE INDEX inspection_by_village__checked_at ON inspection (village, checked_at) WHERE removed_at IS NULL;

CREATE INDEX inspection_by_object_kind__checked_at ON inspection (object_kind, checked_at) WHERE removed_at IS NULL;

CREATE INDEX inspection_by_result__checked_at ON inspection (result, checked_at) WHERE removed_at IS NULL;

CREATE INDEX inspection_by_object_rental__checked_at ON inspection (object_rental, checked_at) WHERE removed_at IS NULL;

CREATE INDEX inspection_by_object_unit__checked_at ON inspection (object_unit, checked_at) WHERE removed_at IS NULL;

CREATE INDEX inspection_by_object_facility__checked_at ON inspection (object_facility, checked_at) WHERE removed_at IS NULL;

CREATE INDEX inspection_by_object_school__checked_at ON inspection (object_school, checked_at) WHERE removed_at IS NULL;

CREATE INDEX inspection_by_number_year__serial ON inspection (number_year, serial) WHERE removed_at IS NULL;

CREATE INDEX inspection_by_checked_at ON inspection (checked_at) WHERE removed_at IS NULL;

CREATE INDEX inspection_by_object_name ON inspection (object_name) WHERE removed_at IS NULL;

CREATE INDEX inspection_by_result ON inspection (result) WHERE removed_at IS NULL;

CREATE INDEX inspection_by_next_check ON inspection (next_check) WHERE removed_at IS NULL;

CREATE INDEX inspection_by_grid ON inspection (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE INDEX inspection_by_list ON inspection (list) WHERE removed_at IS NULL AND list IS NOT NULL;

CREATE VIRTUAL TABLE inspection_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 203
CREATE TABLE inspection_finding (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  inspection TEXT,
  item_no INTEGER,
  item_group TEXT,
  wording TEXT,
  basis TEXT,
  legal_basis TEXT,
  severity TEXT,
  description TEXT,
  remedy TEXT,
  photos_before TEXT,
  state TEXT,
  notice TEXT,
  photos_after TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX inspection_finding_id ON inspection_finding (id);

CREATE INDEX inspection_finding_key ON inspection_finding (inspection, item_no) WHERE removed_at IS NULL;

CREATE INDEX inspection_finding_by_item_no ON inspection_finding (item_no) WHERE removed_at IS NULL;

CREATE INDEX inspection_finding_by_notice ON inspection_finding (notice) WHERE removed_at IS NULL;

CREATE INDEX inspection_finding_by_state ON inspection_finding (state) WHERE removed_at IS NULL;

CREATE INDEX inspection_finding_by_legal_basis ON inspection_finding (legal_basis) WHERE removed_at IS NULL AND legal_basis IS NOT NULL;

CREATE INDEX inspection_finding_lacking_photos_after_by_state ON inspection_finding (state, photos_after, removed_at) WHERE removed_at IS NULL AND photos_after IS NULL;

CREATE VIRTUAL TABLE inspection_finding_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 204
CREATE TABLE rectification (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  notice_no TEXT,
  number_year INTEGER,
  serial INTEGER,
  inspection TEXT,
  object_name TEXT,
  village TEXT,
  place_text TEXT,
  party_name TEXT,
  issued_on TEXT,
  issued_by TEXT,
  content TEXT,
  severity TEXT,
  deadline TEXT,
  state TEXT,
  term_from TEXT,
  term_days INTEGER,
  step_due TEXT,
  rechecker TEXT,
  recheck_count INTEGER,
  rechecked_on TEXT,
  recheck_result TEXT,
  recheck_opinion TEXT,
  photos_after TEXT,
  cleared_on TEXT,
  transferred_to TEXT,
  transferred_on TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX rectification_id ON rectification (id);

CREATE INDEX rectification_key ON rectification (notice_no) WHERE removed_at IS NULL;

CREATE INDEX rectification_by_state__deadline ON rectification (state, deadline) WHERE removed_at IS NULL;

CREATE INDEX rectification_by_village__issued_on ON rectification (village, issued_on) WHERE removed_at IS NULL;

CREATE INDEX rectification_by_number_year__serial ON rectification (number_year, serial) WHERE removed_at IS NULL;

CREATE INDEX rectification_by_issued_on ON rectification (issued_on) WHERE removed_at IS NULL;

CREATE INDEX rectification_by_deadline ON rectification (deadline) WHERE removed_at IS NULL;

CREATE INDEX rectification_by_state ON rectification (state) WHERE removed_at IS NULL;

CREATE INDEX rectification_by_step_due ON rectification (step_due) WHERE removed_at IS NULL;

CREATE INDEX rectification_by_state__step_due__rechecker__removed_at ON rectification (state, step_due, rechecker, removed_at) WHERE removed_at IS NULL;

CREATE INDEX rectification_by_inspection ON rectification (inspection) WHERE removed_at IS NULL AND inspection IS NOT NULL;

CREATE INDEX rectification_lacking_photos_after_by_state__rechecker ON rectification (state, rechecker, photos_after, removed_at) WHERE removed_at IS NULL AND photos_after IS NULL;

CREATE VIRTUAL TABLE rectification_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 207
CREATE TABLE rectification_step (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_record TEXT,
  action TEXT,
  action_name TEXT,
  from_state TEXT,
  to_state TEXT,
  acted_at TEXT,
  actor TEXT,
  opinion TEXT,
  documents TEXT,
  was_late INTEGER,
  due_at TEXT,
  due_explained TEXT,
  clocks TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX rectification_step_id ON rectification_step (id);

CREATE INDEX rectification_step_key ON rectification_step (case_record, acted_at, action) WHERE removed_at IS NULL;

CREATE INDEX rectification_step_by_action__acted_at ON rectification_step (action, acted_at) WHERE removed_at IS NULL;

CREATE INDEX rectification_step_by_acted_at ON rectification_step (acted_at) WHERE removed_at IS NULL;

-- Number 205
CREATE TABLE recheck (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  notice TEXT,
  rechecked_on TEXT,
  checkers TEXT,
  result TEXT,
  opinion TEXT,
  new_deadline TEXT,
  transferred_to TEXT,
  photos TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX recheck_id ON recheck (id);

CREATE INDEX recheck_key ON recheck (notice, rechecked_on) WHERE removed_at IS NULL;

CREATE INDEX recheck_by_rechecked_on ON recheck (rechecked_on) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE recheck_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 206
CREATE TABLE patrol_rollup (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  patrolled_on TEXT,
  worker TEXT,
  worker_name TEXT,
  worker_name_py TEXT,
  staff TEXT,
  object_kind TEXT,
  village TEXT,
  grid TEXT,
  object_count INTEGER,
  photo_count INTEGER,
  problem_count INTEGER,
  fixed_count INTEGER,
  reported_count INTEGER,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX patrol_rollup_id ON patrol_rollup (id);

CREATE INDEX patrol_rollup_key ON patrol_rollup (worker, patrolled_on, object_kind) WHERE removed_at IS NULL;

CREATE INDEX patrol_rollup_by_village__patrolled_on ON patrol_rollup (village, patrolled_on) WHERE removed_at IS NULL;

CREATE INDEX patrol_rollup_by_patrolled_on ON patrol_rollup (patrolled_on) WHERE removed_at IS NULL;

CREATE INDEX patrol_rollup_by_staff ON patrol_rollup (staff) WHERE removed_at IS NULL AND staff IS NOT NULL;

CREATE INDEX patrol_rollup_by_grid ON patrol_rollup (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE patrol_rollup_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 200
CREATE TABLE check_list (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  list_version TEXT,
  object_kind TEXT,
  valid_from TEXT,
  valid_to TEXT,
  basis TEXT,
  area_limit INTEGER,
  floor_area_limit INTEGER,
  height_limit INTEGER,
  floor_limit INTEGER,
  yellow_from INTEGER,
  orange_from INTEGER,
  red_from INTEGER,
  green_days INTEGER,
  yellow_days INTEGER,
  orange_days INTEGER,
  red_days INTEGER,
  rectify_days INTEGER,
  major_days INTEGER,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX check_list_id ON check_list (id);

CREATE INDEX check_list_key ON check_list (name, list_version) WHERE removed_at IS NULL;

CREATE INDEX check_list_by_name ON check_list (name) WHERE removed_at IS NULL;

CREATE INDEX check_list_by_object_kind ON check_list (object_kind) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE check_list_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 201
CREATE TABLE check_item (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  list TEXT,
  item_no INTEGER,
  item_group TEXT,
  wording TEXT,
  remedy TEXT,
  basis TEXT,
  severity TEXT,
  points INTEGER,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX check_item_id ON check_item (id);

CREATE INDEX check_item_key ON check_item (list, item_no) WHERE removed_at IS NULL;

CREATE INDEX check_item_by_item_no ON check_item (item_no) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE check_item_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 140
CREATE TABLE care_label (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  person TEXT,
  kind TEXT,
  level TEXT,
  danger_level TEXT,
  state TEXT,
  from_day TEXT,
  event TEXT,
  document_no TEXT,
  unit TEXT,
  owner TEXT,
  owner_duty TEXT,
  owner_contact TEXT,
  village TEXT,
  guardian TEXT,
  visit_days INTEGER,
  last_visit_on TEXT,
  next_visit_on TEXT,
  earlier_visit_on TEXT,
  to_day TEXT,
  end_reason TEXT,
  end_document_no TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX care_label_id ON care_label (id);

CREATE INDEX care_label_key ON care_label (person, kind, from_day) WHERE removed_at IS NULL;

CREATE INDEX care_label_by_from_day ON care_label (from_day) WHERE removed_at IS NULL;

CREATE INDEX care_label_by_next_visit_on ON care_label (next_visit_on) WHERE removed_at IS NULL;

CREATE INDEX care_label_by_state__next_visit_on ON care_label (state, next_visit_on) WHERE removed_at IS NULL;

CREATE INDEX care_label_by_kind__from_day ON care_label (kind, from_day) WHERE removed_at IS NULL;

CREATE INDEX care_label_by_village__from_day ON care_label (village, from_day) WHERE removed_at IS NULL;

CREATE INDEX care_label_by_state__next_visit_on__owner__removed_at ON care_label (state, next_visit_on, owner, removed_at) WHERE removed_at IS NULL;

CREATE INDEX care_label_by_guardian ON care_label (guardian) WHERE removed_at IS NULL AND guardian IS NOT NULL;

CREATE INDEX care_label_lacking_document_no_by_state__owner ON care_label (state, owner, document_no, removed_at) WHERE removed_at IS NULL AND document_no IS NULL;

CREATE INDEX care_label_lacking_guardian_by_state__owner ON care_label (state, owner, guardian, removed_at) WHERE removed_at IS NULL AND guardian IS NULL;

CREATE INDEX care_label_lacking_owner_by_state ON care_label (state, owner, removed_at) WHERE removed_at IS NULL AND owner IS NULL;

-- Number 142
CREATE TABLE care_visit (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  label TEXT,
  person TEXT,
  kind TEXT,
  planned_on TEXT,
  visited_on TEXT,
  visitor TEXT,
  way TEXT,
  is_met INTEGER,
  finding TEXT,
  situation TEXT,
  measures TEXT,
  next_on TEXT,
  files TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX care_visit_id ON care_visit (id);

CREATE INDEX care_visit_key ON care_visit (label, visited_on, visitor) WHERE removed_at IS NULL;

CREATE INDEX care_visit_by_visited_on ON care_visit (visited_on) WHERE removed_at IS NULL;

CREATE INDEX care_visit_by_person__visited_on ON care_visit (person, visited_on) WHERE removed_at IS NULL;

-- Number 143
CREATE TABLE care_guardian (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  person TEXT,
  name TEXT,
  name_py TEXT,
  relation TEXT,
  id_no TEXT,
  contact TEXT,
  address TEXT,
  guardian_person TEXT,
  agreement_no TEXT,
  agreement_on TEXT,
  agreement_to TEXT,
  ended_on TEXT,
  has_subsidy INTEGER,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX care_guardian_id ON care_guardian (id);

CREATE INDEX care_guardian_key ON care_guardian (person, name) WHERE removed_at IS NULL;

CREATE INDEX care_guardian_by_agreement_to ON care_guardian (agreement_to) WHERE removed_at IS NULL;

CREATE INDEX care_guardian_by_ended_on__agreement_to__name__removed_at ON care_guardian (ended_on, agreement_to, name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX care_guardian_by_guardian_person ON care_guardian (guardian_person) WHERE removed_at IS NULL AND guardian_person IS NOT NULL;

-- Number 145
CREATE TABLE care_released (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  person TEXT,
  is_recidivist INTEGER,
  orig_crime TEXT,
  orig_term TEXT,
  prison TEXT,
  release_date TEXT,
  risk_type TEXT,
  linkup_date TEXT,
  linkup TEXT,
  placement_date TEXT,
  placement TEXT,
  unplaced_reason TEXT,
  helper_name TEXT,
  helper_contact TEXT,
  help TEXT,
  reoffended INTEGER,
  reoffend_crime TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX care_released_id ON care_released (id);

CREATE INDEX care_released_key ON care_released (person) WHERE removed_at IS NULL;

CREATE INDEX care_released_by_release_date ON care_released (release_date) WHERE removed_at IS NULL;

-- Number 146
CREATE TABLE care_correction (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  person TEXT,
  correction_no TEXT,
  prison TEXT,
  correction_kind TEXT,
  case_kind TEXT,
  crime TEXT,
  term TEXT,
  term_start TEXT,
  term_end TEXT,
  start_date TEXT,
  end_date TEXT,
  receive TEXT,
  state TEXT,
  four_histories TEXT,
  is_habitual INTEGER,
  three_involved TEXT,
  has_team INTEGER,
  team TEXT,
  has_escape INTEGER,
  escape_reason TEXT,
  escape_supervise TEXT,
  escape_fix TEXT,
  has_missed INTEGER,
  missed_reason TEXT,
  missed_supervise TEXT,
  missed_fix TEXT,
  reward_punish TEXT,
  change TEXT,
  end_kind TEXT,
  reoffended INTEGER,
  reoffend_crime TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX care_correction_id ON care_correction (id);

CREATE INDEX care_correction_key ON care_correction (person) WHERE removed_at IS NULL;

CREATE INDEX care_correction_by_start_date ON care_correction (start_date) WHERE removed_at IS NULL;

CREATE INDEX care_correction_by_end_date ON care_correction (end_date) WHERE removed_at IS NULL;

CREATE INDEX care_correction_by_state__end_date ON care_correction (state, end_date) WHERE removed_at IS NULL;

CREATE INDEX care_correction_by_state__end_date__removed_at ON care_correction (state, end_date, removed_at) WHERE removed_at IS NULL;

CREATE INDEX care_correction_lacking_correction_no_by_state ON care_correction (state, correction_no, removed_at) WHERE removed_at IS NULL AND correction_no IS NULL;

-- Number 147
CREATE TABLE care_mental (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  person TEXT,
  family_econ TEXT,
  on_dibao INTEGER,
  onset_date TEXT,
  diagnosis TEXT,
  has_incident INTEGER,
  incident_count INTEGER,
  last_incident TEXT,
  treatment TEXT,
  hospital TEXT,
  hospital_reason TEXT,
  rehab TEXT,
  care_team TEXT,
  care_help TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX care_mental_id ON care_mental (id);

CREATE INDEX care_mental_key ON care_mental (person) WHERE removed_at IS NULL;

CREATE INDEX care_mental_by_onset_date ON care_mental (onset_date) WHERE removed_at IS NULL;

-- Number 148
CREATE TABLE care_drug (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  person TEXT,
  first_found TEXT,
  control TEXT,
  controller_name TEXT,
  controller_contact TEXT,
  helper_name TEXT,
  helper_contact TEXT,
  help TEXT,
  has_crime INTEGER,
  crime_detail TEXT,
  cause TEXT,
  effect TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX care_drug_id ON care_drug (id);

CREATE INDEX care_drug_key ON care_drug (person) WHERE removed_at IS NULL;

CREATE INDEX care_drug_by_first_found ON care_drug (first_found) WHERE removed_at IS NULL;

CREATE INDEX care_drug_by_control__first_found ON care_drug (control, first_found) WHERE removed_at IS NULL;

-- Number 149
CREATE TABLE care_aids (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  person TEXT,
  found_on TEXT,
  infection TEXT,
  has_crime INTEGER,
  crime_detail TEXT,
  case_kind TEXT,
  concern TEXT,
  helper_name TEXT,
  helper_contact TEXT,
  help TEXT,
  custody TEXT,
  custody_org TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX care_aids_id ON care_aids (id);

CREATE INDEX care_aids_key ON care_aids (person) WHERE removed_at IS NULL;

CREATE INDEX care_aids_by_found_on ON care_aids (found_on) WHERE removed_at IS NULL;

-- Number 150
CREATE TABLE care_youth (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  person TEXT,
  youth_type TEXT,
  family TEXT,
  school TEXT,
  found_on TEXT,
  has_crime INTEGER,
  crime_detail TEXT,
  helper_name TEXT,
  helper_contact TEXT,
  help TEXT,
  help_way TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX care_youth_id ON care_youth (id);

CREATE INDEX care_youth_key ON care_youth (person) WHERE removed_at IS NULL;

CREATE INDEX care_youth_by_found_on ON care_youth (found_on) WHERE removed_at IS NULL;

-- Number 144
CREATE TABLE care_service (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  person TEXT,
  kind TEXT,
  served_on TEXT,
  way TEXT,
  unit TEXT,
  helper TEXT,
  content TEXT,
  amount INTEGER,
  result TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX care_service_id ON care_service (id);

CREATE INDEX care_service_key ON care_service (person, served_on, helper) WHERE removed_at IS NULL;

CREATE INDEX care_service_by_served_on ON care_service (served_on) WHERE removed_at IS NULL;

CREATE INDEX care_service_by_kind__served_on ON care_service (kind, served_on) WHERE removed_at IS NULL;

-- Number 141
CREATE TABLE care_visit_rule (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  scope TEXT,
  grade TEXT,
  every INTEGER,
  unit TEXT,
  basis TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX care_visit_rule_id ON care_visit_rule (id);

CREATE INDEX care_visit_rule_key ON care_visit_rule (scope, grade) WHERE removed_at IS NULL;

CREATE INDEX care_visit_rule_by_scope ON care_visit_rule (scope) WHERE removed_at IS NULL;

-- Number 23
CREATE TABLE duty_roster (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  team TEXT,
  month TEXT,
  title TEXT,
  state TEXT,
  status TEXT,
  cost INTEGER,
  bound INTEGER,
  solver TEXT,
  problem TEXT,
  rules TEXT,
  planned_at TEXT,
  published_at TEXT,
  locked_at TEXT,
  reason TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_roster_id ON duty_roster (id);

CREATE INDEX duty_roster_key ON duty_roster (team, month) WHERE removed_at IS NULL;

CREATE INDEX duty_roster_by_month ON duty_roster (month) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE duty_roster_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 24
CREATE TABLE duty_assignment (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  roster TEXT,
  day TEXT,
  post TEXT,
  seat INTEGER,
  member TEXT,
  planned TEXT,
  origin TEXT,
  is_locked INTEGER,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_assignment_id ON duty_assignment (id);

CREATE INDEX duty_assignment_key ON duty_assignment (roster, day, post, seat) WHERE removed_at IS NULL;

CREATE INDEX duty_assignment_by_day ON duty_assignment (day) WHERE removed_at IS NULL;

CREATE INDEX duty_assignment_by_member__day ON duty_assignment (member, day) WHERE removed_at IS NULL;

CREATE INDEX duty_assignment_by_post ON duty_assignment (post) WHERE removed_at IS NULL AND post IS NOT NULL;

CREATE INDEX duty_assignment_by_planned ON duty_assignment (planned) WHERE removed_at IS NULL AND planned IS NOT NULL;

-- Number 26
CREATE TABLE duty_log (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  team TEXT,
  day TEXT,
  shift TEXT,
  on_duty TEXT,
  weather TEXT,
  calls TEXT,
  matters TEXT,
  handover TEXT,
  signed_by TEXT,
  signed_at TEXT,
  taken_over_by TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_log_id ON duty_log (id);

CREATE INDEX duty_log_key ON duty_log (team, day, shift) WHERE removed_at IS NULL;

CREATE INDEX duty_log_by_day ON duty_log (day) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE duty_log_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 25
CREATE TABLE duty_change (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  team TEXT,
  kind TEXT,
  day TEXT,
  post TEXT,
  member TEXT,
  other_member TEXT,
  other_day TEXT,
  other_post TEXT,
  reason TEXT,
  state TEXT,
  recorded_at TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_change_id ON duty_change (id);

CREATE INDEX duty_change_key ON duty_change (team, day, member, recorded_at) WHERE removed_at IS NULL;

CREATE INDEX duty_change_by_day ON duty_change (day) WHERE removed_at IS NULL;

CREATE INDEX duty_change_by_other_day ON duty_change (other_day) WHERE removed_at IS NULL;

CREATE INDEX duty_change_by_recorded_at ON duty_change (recorded_at) WHERE removed_at IS NULL;

CREATE INDEX duty_change_by_post ON duty_change (post) WHERE removed_at IS NULL AND post IS NOT NULL;

CREATE INDEX duty_change_by_member ON duty_change (member) WHERE removed_at IS NULL AND member IS NOT NULL;

CREATE INDEX duty_change_by_other_member ON duty_change (other_member) WHERE removed_at IS NULL AND other_member IS NOT NULL;

CREATE INDEX duty_change_by_other_post ON duty_change (other_post) WHERE removed_at IS NULL AND other_post IS NOT NULL;

-- Number 17
CREATE TABLE duty_leave (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  member TEXT,
  kind TEXT,
  from_day TEXT,
  to_day TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_leave_id ON duty_leave (id);

CREATE INDEX duty_leave_key ON duty_leave (member, from_day) WHERE removed_at IS NULL;

CREATE INDEX duty_leave_by_from_day ON duty_leave (from_day) WHERE removed_at IS NULL;

CREATE INDEX duty_leave_by_to_day ON duty_leave (to_day) WHERE removed_at IS NULL;

-- Number 16
CREATE TABLE duty_member (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  team TEXT,
  name TEXT,
  name_py TEXT,
  department TEXT,
  phone TEXT,
  staff TEXT,
  roles TEXT,
  skills TEXT,
  own_grid TEXT,
  second_grid TEXT,
  position INTEGER,
  share INTEGER,
  joined_on TEXT,
  left_on TEXT,
  no_night_from TEXT,
  no_night_to TEXT,
  no_night_reason TEXT,
  opening_workday INTEGER,
  opening_restday INTEGER,
  opening_holiday INTEGER,
  opening_spring INTEGER,
  opening_night INTEGER,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_member_id ON duty_member (id);

CREATE INDEX duty_member_key ON duty_member (team, name) WHERE removed_at IS NULL;

CREATE INDEX duty_member_by_position ON duty_member (position) WHERE removed_at IS NULL;

CREATE INDEX duty_member_by_team__position ON duty_member (team, position) WHERE removed_at IS NULL;

CREATE INDEX duty_member_by_staff ON duty_member (staff) WHERE removed_at IS NULL;

CREATE INDEX duty_member_by_name_py ON duty_member (name_py) WHERE removed_at IS NULL;

CREATE INDEX duty_member_by_name ON duty_member (name) WHERE removed_at IS NULL;

CREATE INDEX duty_member_by_own_grid ON duty_member (own_grid) WHERE removed_at IS NULL AND own_grid IS NOT NULL;

CREATE INDEX duty_member_by_second_grid ON duty_member (second_grid) WHERE removed_at IS NULL AND second_grid IS NOT NULL;

CREATE VIRTUAL TABLE duty_member_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 18
CREATE TABLE duty_request (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  member TEXT,
  kind TEXT,
  from_day TEXT,
  to_day TEXT,
  weekdays TEXT,
  post TEXT,
  weight TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_request_id ON duty_request (id);

CREATE INDEX duty_request_key ON duty_request (member, kind, from_day, to_day) WHERE removed_at IS NULL;

CREATE INDEX duty_request_by_from_day ON duty_request (from_day) WHERE removed_at IS NULL;

CREATE INDEX duty_request_by_to_day ON duty_request (to_day) WHERE removed_at IS NULL;

CREATE INDEX duty_request_by_post ON duty_request (post) WHERE removed_at IS NULL AND post IS NOT NULL;

-- Number 19
CREATE TABLE duty_pair (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  team TEXT,
  kind TEXT,
  first TEXT,
  second TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_pair_id ON duty_pair (id);

CREATE INDEX duty_pair_key ON duty_pair (team, kind, first, second) WHERE removed_at IS NULL;

CREATE INDEX duty_pair_by_team ON duty_pair (team) WHERE removed_at IS NULL;

CREATE INDEX duty_pair_by_first ON duty_pair (first) WHERE removed_at IS NULL AND first IS NOT NULL;

CREATE INDEX duty_pair_by_second ON duty_pair (second) WHERE removed_at IS NULL AND second IS NOT NULL;

-- Number 27
CREATE TABLE duty_compensation (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  member TEXT,
  kind TEXT,
  day TEXT,
  hours INTEGER,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_compensation_id ON duty_compensation (id);

CREATE INDEX duty_compensation_key ON duty_compensation (member, kind, day) WHERE removed_at IS NULL;

CREATE INDEX duty_compensation_by_day ON duty_compensation (day) WHERE removed_at IS NULL;

-- Number 14
CREATE TABLE duty_team (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  kind TEXT,
  unit_name TEXT,
  village TEXT,
  duty_phone TEXT,
  fax TEXT,
  notes TEXT,
  prepared TEXT,
  reviewed TEXT,
  issued TEXT,
  watermark TEXT,
  mode TEXT,
  fairness_window TEXT,
  compensated TEXT,
  compensation_hours INTEGER,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_team_id ON duty_team (id);

CREATE INDEX duty_team_key ON duty_team (name) WHERE removed_at IS NULL;

CREATE INDEX duty_team_by_kind__name_py ON duty_team (kind, name_py) WHERE removed_at IS NULL;

CREATE INDEX duty_team_by_name_py ON duty_team (name_py) WHERE removed_at IS NULL;

CREATE INDEX duty_team_by_village ON duty_team (village) WHERE removed_at IS NULL AND village IS NOT NULL;

CREATE VIRTUAL TABLE duty_team_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 15
CREATE TABLE duty_post (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  team TEXT,
  name TEXT,
  grid TEXT,
  start_time TEXT,
  hours INTEGER,
  is_night INTEGER,
  roles TEXT,
  need_workday INTEGER,
  need_restday INTEGER,
  need_holiday INTEGER,
  need_spring INTEGER,
  rank INTEGER,
  position INTEGER,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_post_id ON duty_post (id);

CREATE INDEX duty_post_key ON duty_post (team, name) WHERE removed_at IS NULL;

CREATE INDEX duty_post_by_position ON duty_post (position) WHERE removed_at IS NULL;

CREATE INDEX duty_post_by_team__position ON duty_post (team, position) WHERE removed_at IS NULL;

CREATE INDEX duty_post_by_name ON duty_post (name) WHERE removed_at IS NULL;

CREATE INDEX duty_post_by_grid ON duty_post (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE duty_post_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 20
CREATE TABLE duty_rule (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  team TEXT,
  name TEXT,
  kind TEXT,
  number INTEGER,
  counter TEXT,
  skill TEXT,
  post TEXT,
  is_hard INTEGER,
  weight INTEGER,
  is_active INTEGER,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_rule_id ON duty_rule (id);

CREATE INDEX duty_rule_key ON duty_rule (team, name) WHERE removed_at IS NULL;

CREATE INDEX duty_rule_by_team ON duty_rule (team) WHERE removed_at IS NULL;

CREATE INDEX duty_rule_by_post ON duty_rule (post) WHERE removed_at IS NULL AND post IS NOT NULL;

CREATE VIRTUAL TABLE duty_rule_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 21
CREATE TABLE duty_campaign (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  team TEXT,
  name TEXT,
  from_day TEXT,
  to_day TEXT,
  post TEXT,
  is_everybody INTEGER,
  need INTEGER,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_campaign_id ON duty_campaign (id);

CREATE INDEX duty_campaign_key ON duty_campaign (team, name, from_day) WHERE removed_at IS NULL;

CREATE INDEX duty_campaign_by_from_day ON duty_campaign (from_day) WHERE removed_at IS NULL;

CREATE INDEX duty_campaign_by_post ON duty_campaign (post) WHERE removed_at IS NULL AND post IS NOT NULL;

CREATE VIRTUAL TABLE duty_campaign_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 22
CREATE TABLE duty_calendar_day (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  day TEXT,
  kind TEXT,
  name TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_calendar_day_id ON duty_calendar_day (id);

CREATE INDEX duty_calendar_day_key ON duty_calendar_day (day) WHERE removed_at IS NULL;

-- Number 210
CREATE TABLE consult_topic (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  topic_no TEXT,
  number_year INTEGER,
  serial INTEGER,
  title TEXT,
  content_kind TEXT,
  subjects TEXT,
  village TEXT,
  raised_by TEXT,
  raised_kind TEXT,
  raised_on TEXT,
  reason TEXT,
  trade_no TEXT,
  state TEXT,
  step_due TEXT,
  review TEXT,
  reviewed_on TEXT,
  announced_on TEXT,
  session TEXT,
  agreement TEXT,
  outcome TEXT,
  published_from TEXT,
  published_to TEXT,
  objections TEXT,
  unit TEXT,
  deadline TEXT,
  done_on TEXT,
  done TEXT,
  told_on TEXT,
  told TEXT,
  satisfaction TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX consult_topic_id ON consult_topic (id);

CREATE INDEX consult_topic_key ON consult_topic (topic_no) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_village__raised_on ON consult_topic (village, raised_on) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_state__raised_on ON consult_topic (state, raised_on) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_content_kind__raised_on ON consult_topic (content_kind, raised_on) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_outcome__raised_on ON consult_topic (outcome, raised_on) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_number_year__serial ON consult_topic (number_year, serial) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_raised_on ON consult_topic (raised_on) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_state ON consult_topic (state) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_step_due ON consult_topic (step_due) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_published_to ON consult_topic (published_to) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_deadline ON consult_topic (deadline) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_village__title ON consult_topic (village, title) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_state__step_due__removed_at ON consult_topic (state, step_due, removed_at) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_state__published_to__removed_at ON consult_topic (state, published_to, removed_at) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_state__deadline__unit__removed_at ON consult_topic (state, deadline, unit, removed_at) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_by_session ON consult_topic (session) WHERE removed_at IS NULL AND session IS NOT NULL;

CREATE INDEX consult_topic_lacking_satisfaction_by_state ON consult_topic (state, satisfaction, removed_at) WHERE removed_at IS NULL AND satisfaction IS NULL;

CREATE VIRTUAL TABLE consult_topic_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 216
CREATE TABLE consult_topic_step (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_record TEXT,
  action TEXT,
  action_name TEXT,
  from_state TEXT,
  to_state TEXT,
  acted_at TEXT,
  actor TEXT,
  opinion TEXT,
  documents TEXT,
  was_late INTEGER,
  due_at TEXT,
  due_explained TEXT,
  clocks TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX consult_topic_step_id ON consult_topic_step (id);

CREATE INDEX consult_topic_step_key ON consult_topic_step (case_record, acted_at, action) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_step_by_action__acted_at ON consult_topic_step (action, acted_at) WHERE removed_at IS NULL;

CREATE INDEX consult_topic_step_by_acted_at ON consult_topic_step (acted_at) WHERE removed_at IS NULL;

-- Number 211
CREATE TABLE consult_session (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  title TEXT,
  village TEXT,
  platform TEXT,
  noticed_on TEXT,
  notice TEXT,
  held_at TEXT,
  place TEXT,
  host TEXT,
  recorder TEXT,
  invited INTEGER,
  present INTEGER,
  non_local INTEGER,
  absent TEXT,
  minutes TEXT,
  resolution TEXT,
  photos TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX consult_session_id ON consult_session (id);

CREATE INDEX consult_session_key ON consult_session (village, title, held_at) WHERE removed_at IS NULL;

CREATE INDEX consult_session_by_village__held_at ON consult_session (village, held_at) WHERE removed_at IS NULL;

CREATE INDEX consult_session_by_platform__held_at ON consult_session (platform, held_at) WHERE removed_at IS NULL;

CREATE INDEX consult_session_by_held_at ON consult_session (held_at) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE consult_session_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 212
CREATE TABLE consult_attendance (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  session TEXT,
  name TEXT,
  name_py TEXT,
  subject_kind TEXT,
  unit TEXT,
  contact TEXT,
  is_local INTEGER,
  has_signed INTEGER,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX consult_attendance_id ON consult_attendance (id);

CREATE INDEX consult_attendance_key ON consult_attendance (session, name) WHERE removed_at IS NULL;

CREATE INDEX consult_attendance_by_name_py ON consult_attendance (name_py) WHERE removed_at IS NULL;

CREATE INDEX consult_attendance_by_name ON consult_attendance (name) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE consult_attendance_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 213
CREATE TABLE consult_rule (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  platform TEXT,
  attend_share TEXT,
  household_share TEXT,
  area_share TEXT,
  agree_share TEXT,
  agree_base TEXT,
  basis TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX consult_rule_id ON consult_rule (id);

CREATE INDEX consult_rule_key ON consult_rule (name) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE consult_rule_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 214
CREATE TABLE consult_vote (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  session TEXT,
  subject TEXT,
  topic TEXT,
  way TEXT,
  rule TEXT,
  attend_share TEXT,
  household_share TEXT,
  area_share TEXT,
  agree_share TEXT,
  agree_base TEXT,
  eligible INTEGER,
  present INTEGER,
  households INTEGER,
  households_present INTEGER,
  area INTEGER,
  area_present INTEGER,
  issued INTEGER,
  returned INTEGER,
  invalid INTEGER,
  agree INTEGER,
  against INTEGER,
  abstain INTEGER,
  area_agree INTEGER,
  result TEXT,
  why TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX consult_vote_id ON consult_vote (id);

CREATE INDEX consult_vote_key ON consult_vote (session, subject) WHERE removed_at IS NULL;

CREATE INDEX consult_vote_by_subject ON consult_vote (subject) WHERE removed_at IS NULL;

CREATE INDEX consult_vote_by_topic ON consult_vote (topic) WHERE removed_at IS NULL AND topic IS NOT NULL;

CREATE INDEX consult_vote_by_rule ON consult_vote (rule) WHERE removed_at IS NULL AND rule IS NOT NULL;

CREATE VIRTUAL TABLE consult_vote_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 215
CREATE TABLE consult_task (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  topic TEXT,
  item TEXT,
  responsible TEXT,
  deadline TEXT,
  state TEXT,
  done_on TEXT,
  done TEXT,
  evidence TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX consult_task_id ON consult_task (id);

CREATE INDEX consult_task_key ON consult_task (topic, item) WHERE removed_at IS NULL;

CREATE INDEX consult_task_by_deadline ON consult_task (deadline) WHERE removed_at IS NULL;

CREATE INDEX consult_task_by_state ON consult_task (state) WHERE removed_at IS NULL;

CREATE INDEX consult_task_by_state__deadline__responsible__removed_at ON consult_task (state, deadline, responsible, removed_at) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE consult_task_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 226
CREATE TABLE liaison_opinion (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  opinion_no TEXT,
  number_year INTEGER,
  serial INTEGER,
  title TEXT,
  collected_on TEXT,
  way TEXT,
  village TEXT,
  reception TEXT,
  visit TEXT,
  matter TEXT,
  content TEXT,
  place_text TEXT,
  resident_name TEXT,
  resident_name_py TEXT,
  person TEXT,
  household TEXT,
  resident_contact TEXT,
  state TEXT,
  step_due TEXT,
  handling TEXT,
  unit TEXT,
  deadline TEXT,
  handed_at TEXT,
  city_no TEXT,
  issue_category TEXT,
  issue TEXT,
  answered_on TEXT,
  answer TEXT,
  told_on TEXT,
  told TEXT,
  satisfaction TEXT,
  closed_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX liaison_opinion_id ON liaison_opinion (id);

CREATE INDEX liaison_opinion_key ON liaison_opinion (opinion_no) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_by_village__collected_on ON liaison_opinion (village, collected_on) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_by_state__collected_on ON liaison_opinion (state, collected_on) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_by_matter__collected_on ON liaison_opinion (matter, collected_on) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_by_number_year__serial ON liaison_opinion (number_year, serial) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_by_collected_on ON liaison_opinion (collected_on) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_by_state ON liaison_opinion (state) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_by_step_due ON liaison_opinion (step_due) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_by_deadline ON liaison_opinion (deadline) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_by_closed_on ON liaison_opinion (closed_on) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_by_state__step_due__unit__removed_at ON liaison_opinion (state, step_due, unit, removed_at) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_by_state__deadline__unit__removed_at ON liaison_opinion (state, deadline, unit, removed_at) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_by_reception ON liaison_opinion (reception) WHERE removed_at IS NULL AND reception IS NOT NULL;

CREATE INDEX liaison_opinion_by_visit ON liaison_opinion (visit) WHERE removed_at IS NULL AND visit IS NOT NULL;

CREATE INDEX liaison_opinion_by_person ON liaison_opinion (person) WHERE removed_at IS NULL AND person IS NOT NULL;

CREATE INDEX liaison_opinion_by_household ON liaison_opinion (household) WHERE removed_at IS NULL AND household IS NOT NULL;

CREATE INDEX liaison_opinion_by_issue ON liaison_opinion (issue) WHERE removed_at IS NULL AND issue IS NOT NULL;

CREATE VIRTUAL TABLE liaison_opinion_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 228
CREATE TABLE liaison_opinion_step (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_record TEXT,
  action TEXT,
  action_name TEXT,
  from_state TEXT,
  to_state TEXT,
  acted_at TEXT,
  actor TEXT,
  opinion TEXT,
  documents TEXT,
  was_late INTEGER,
  due_at TEXT,
  due_explained TEXT,
  clocks TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX liaison_opinion_step_id ON liaison_opinion_step (id);

CREATE INDEX liaison_opinion_step_key ON liaison_opinion_step (case_record, acted_at, action) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_step_by_action__acted_at ON liaison_opinion_step (action, acted_at) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_step_by_acted_at ON liaison_opinion_step (acted_at) WHERE removed_at IS NULL;

-- Number 233
CREATE TABLE liaison_opinion_reply (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_record TEXT,
  handed_up_at TEXT,
  kind TEXT,
  case_no TEXT,
  content TEXT,
  documents TEXT,
  replied_at TEXT,
  office TEXT,
  replied_by TEXT,
  outcome TEXT,
  outcome_at TEXT,
  outcome_reason TEXT,
  follow_up TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX liaison_opinion_reply_id ON liaison_opinion_reply (id);

CREATE INDEX liaison_opinion_reply_key ON liaison_opinion_reply (case_record, replied_at, kind) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_reply_by_replied_at ON liaison_opinion_reply (replied_at) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_reply_by_outcome ON liaison_opinion_reply (outcome) WHERE removed_at IS NULL;

CREATE INDEX liaison_opinion_reply_lacking_follow_up_by_outcome ON liaison_opinion_reply (outcome, follow_up, removed_at) WHERE removed_at IS NULL AND follow_up IS NULL;

-- Number 224
CREATE TABLE liaison_reception (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  received_at TEXT,
  way TEXT,
  session TEXT,
  point TEXT,
  village TEXT,
  receiver TEXT,
  resident_name TEXT,
  resident_name_py TEXT,
  person TEXT,
  household TEXT,
  resident_contact TEXT,
  address_text TEXT,
  matter TEXT,
  content TEXT,
  answer TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX liaison_reception_id ON liaison_reception (id);

CREATE INDEX liaison_reception_key ON liaison_reception (village, received_at, resident_name) WHERE removed_at IS NULL;

CREATE INDEX liaison_reception_by_village__received_at ON liaison_reception (village, received_at) WHERE removed_at IS NULL;

CREATE INDEX liaison_reception_by_received_at ON liaison_reception (received_at) WHERE removed_at IS NULL;

CREATE INDEX liaison_reception_by_session ON liaison_reception (session) WHERE removed_at IS NULL AND session IS NOT NULL;

CREATE INDEX liaison_reception_by_point ON liaison_reception (point) WHERE removed_at IS NULL AND point IS NOT NULL;

CREATE INDEX liaison_reception_by_person ON liaison_reception (person) WHERE removed_at IS NULL AND person IS NOT NULL;

CREATE INDEX liaison_reception_by_household ON liaison_reception (household) WHERE removed_at IS NULL AND household IS NOT NULL;

CREATE VIRTUAL TABLE liaison_reception_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 225
CREATE TABLE liaison_visit (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  visited_at TEXT,
  session TEXT,
  visitors TEXT,
  village TEXT,
  grid TEXT,
  address TEXT,
  room TEXT,
  address_text TEXT,
  resident_name TEXT,
  resident_name_py TEXT,
  person TEXT,
  household TEXT,
  resident_contact TEXT,
  present_count INTEGER,
  notes TEXT,
  photos TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX liaison_visit_id ON liaison_visit (id);

CREATE INDEX liaison_visit_key ON liaison_visit (village, visited_at, resident_name) WHERE removed_at IS NULL;

CREATE INDEX liaison_visit_by_village__visited_at ON liaison_visit (village, visited_at) WHERE removed_at IS NULL;

CREATE INDEX liaison_visit_by_grid__visited_at ON liaison_visit (grid, visited_at) WHERE removed_at IS NULL;

CREATE INDEX liaison_visit_by_visited_at ON liaison_visit (visited_at) WHERE removed_at IS NULL;

CREATE INDEX liaison_visit_by_session ON liaison_visit (session) WHERE removed_at IS NULL AND session IS NOT NULL;

CREATE INDEX liaison_visit_by_address ON liaison_visit (address) WHERE removed_at IS NULL AND address IS NOT NULL;

CREATE INDEX liaison_visit_by_room ON liaison_visit (room) WHERE removed_at IS NULL AND room IS NOT NULL;

CREATE INDEX liaison_visit_by_person ON liaison_visit (person) WHERE removed_at IS NULL AND person IS NOT NULL;

CREATE INDEX liaison_visit_by_household ON liaison_visit (household) WHERE removed_at IS NULL AND household IS NOT NULL;

CREATE VIRTUAL TABLE liaison_visit_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 223
CREATE TABLE liaison_session (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  session_day TEXT,
  team TEXT,
  village TEXT,
  point TEXT,
  hours TEXT,
  leader TEXT,
  state TEXT,
  attended TEXT,
  received INTEGER,
  visited INTEGER,
  reason TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX liaison_session_id ON liaison_session (id);

CREATE INDEX liaison_session_key ON liaison_session (team, session_day) WHERE removed_at IS NULL;

CREATE INDEX liaison_session_by_village__session_day ON liaison_session (village, session_day) WHERE removed_at IS NULL;

CREATE INDEX liaison_session_by_state__session_day ON liaison_session (state, session_day) WHERE removed_at IS NULL;

CREATE INDEX liaison_session_by_session_day ON liaison_session (session_day) WHERE removed_at IS NULL;

CREATE INDEX liaison_session_by_state ON liaison_session (state) WHERE removed_at IS NULL;

CREATE INDEX liaison_session_by_state__session_day__leader__removed_at ON liaison_session (state, session_day, leader, removed_at) WHERE removed_at IS NULL;

CREATE INDEX liaison_session_by_point ON liaison_session (point) WHERE removed_at IS NULL AND point IS NOT NULL;

CREATE VIRTUAL TABLE liaison_session_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 227
CREATE TABLE liaison_log (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  log_day TEXT,
  writer TEXT,
  village TEXT,
  session TEXT,
  place_text TEXT,
  contacts TEXT,
  content TEXT,
  thoughts TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX liaison_log_id ON liaison_log (id);

CREATE INDEX liaison_log_key ON liaison_log (writer, log_day) WHERE removed_at IS NULL;

CREATE INDEX liaison_log_by_village__log_day ON liaison_log (village, log_day) WHERE removed_at IS NULL;

CREATE INDEX liaison_log_by_log_day ON liaison_log (log_day) WHERE removed_at IS NULL;

CREATE INDEX liaison_log_by_session ON liaison_log (session) WHERE removed_at IS NULL AND session IS NOT NULL;

CREATE VIRTUAL TABLE liaison_log_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 220
CREATE TABLE liaison_team (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  village TEXT,
  leader TEXT,
  leader_py TEXT,
  leader_post TEXT,
  leader_contact TEXT,
  from_day TEXT,
  to_day TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX liaison_team_id ON liaison_team (id);

CREATE INDEX liaison_team_key ON liaison_team (name, from_day) WHERE removed_at IS NULL;

CREATE INDEX liaison_team_by_village__name ON liaison_team (village, name) WHERE removed_at IS NULL;

CREATE INDEX liaison_team_by_name ON liaison_team (name) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE liaison_team_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 221
CREATE TABLE liaison_member (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  team TEXT,
  name TEXT,
  name_py TEXT,
  role TEXT,
  unit TEXT,
  post TEXT,
  contact TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX liaison_member_id ON liaison_member (id);

CREATE INDEX liaison_member_key ON liaison_member (team, name) WHERE removed_at IS NULL;

CREATE INDEX liaison_member_by_name_py ON liaison_member (name_py) WHERE removed_at IS NULL;

CREATE INDEX liaison_member_by_name ON liaison_member (name) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE liaison_member_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 222
CREATE TABLE liaison_point (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  team TEXT,
  weekday TEXT,
  hours TEXT,
  head_name TEXT,
  head_contact TEXT,
  is_posted INTEGER,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX liaison_point_id ON liaison_point (id);

CREATE INDEX liaison_point_key ON liaison_point (village, name) WHERE removed_at IS NULL;

CREATE INDEX liaison_point_by_name ON liaison_point (name) WHERE removed_at IS NULL;

CREATE INDEX liaison_point_by_grid ON liaison_point (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE INDEX liaison_point_by_team ON liaison_point (team) WHERE removed_at IS NULL AND team IS NOT NULL;

CREATE VIRTUAL TABLE liaison_point_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 42
CREATE TABLE committee_member (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  person TEXT,
  sex TEXT,
  birth_date TEXT,
  political TEXT,
  education TEXT,
  contact TEXT,
  village TEXT,
  posts TEXT,
  is_three_in_one INTEGER,
  work TEXT,
  hukou_kind TEXT,
  is_pilot INTEGER,
  term TEXT,
  term_from TEXT,
  term_to TEXT,
  state TEXT,
  left_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX committee_member_id ON committee_member (id);

CREATE INDEX committee_member_key ON committee_member (name, village, term_from) WHERE removed_at IS NULL;

CREATE INDEX committee_member_by_village__name_py ON committee_member (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX committee_member_by_state__name_py ON committee_member (state, name_py) WHERE removed_at IS NULL;

CREATE INDEX committee_member_by_name_py ON committee_member (name_py) WHERE removed_at IS NULL;

CREATE INDEX committee_member_by_term_to ON committee_member (term_to) WHERE removed_at IS NULL;

CREATE INDEX committee_member_by_name__contact ON committee_member (name, contact) WHERE removed_at IS NULL;

CREATE INDEX committee_member_by_state__term_to__name__removed_at ON committee_member (state, term_to, name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX committee_member_by_person ON committee_member (person) WHERE removed_at IS NULL AND person IS NOT NULL;

CREATE VIRTUAL TABLE committee_member_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 43
CREATE TABLE reserve_cadre (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  person TEXT,
  sex TEXT,
  birth_date TEXT,
  political TEXT,
  education TEXT,
  contact TEXT,
  village TEXT,
  current_post TEXT,
  origin TEXT,
  target TEXT,
  listed_on TEXT,
  mentor TEXT,
  plan TEXT,
  state TEXT,
  reviewed_on TEXT,
  grade TEXT,
  next_review_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX reserve_cadre_id ON reserve_cadre (id);

CREATE INDEX reserve_cadre_key ON reserve_cadre (name, village, listed_on) WHERE removed_at IS NULL;

CREATE INDEX reserve_cadre_by_village__name_py ON reserve_cadre (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX reserve_cadre_by_state__name_py ON reserve_cadre (state, name_py) WHERE removed_at IS NULL;

CREATE INDEX reserve_cadre_by_name_py ON reserve_cadre (name_py) WHERE removed_at IS NULL;

CREATE INDEX reserve_cadre_by_next_review_on ON reserve_cadre (next_review_on) WHERE removed_at IS NULL;

CREATE INDEX reserve_cadre_by_state__next_review_on__mentor__removed_at ON reserve_cadre (state, next_review_on, mentor, removed_at) WHERE removed_at IS NULL;

CREATE INDEX reserve_cadre_by_person ON reserve_cadre (person) WHERE removed_at IS NULL AND person IS NOT NULL;

CREATE VIRTUAL TABLE reserve_cadre_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 44
CREATE TABLE cadre_training (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  cadre TEXT,
  held_on TEXT,
  kind TEXT,
  subject TEXT,
  hours INTEGER,
  by_whom TEXT,
  grade TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX cadre_training_id ON cadre_training (id);

CREATE INDEX cadre_training_key ON cadre_training (cadre, held_on, subject) WHERE removed_at IS NULL;

CREATE INDEX cadre_training_by_held_on ON cadre_training (held_on) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE cadre_training_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 40
CREATE TABLE duty_list (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  village TEXT,
  body TEXT,
  item_no INTEGER,
  duty TEXT,
  detail TEXT,
  mechanism TEXT,
  basis TEXT,
  document TEXT,
  post TEXT,
  valid_from TEXT,
  valid_to TEXT,
  review_on TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX duty_list_id ON duty_list (id);

CREATE INDEX duty_list_key ON duty_list (village, body, item_no, valid_from) WHERE removed_at IS NULL;

CREATE INDEX duty_list_by_village__body__item_no ON duty_list (village, body, item_no) WHERE removed_at IS NULL;

CREATE INDEX duty_list_by_body__item_no ON duty_list (body, item_no) WHERE removed_at IS NULL;

CREATE INDEX duty_list_by_valid_from ON duty_list (valid_from) WHERE removed_at IS NULL;

CREATE INDEX duty_list_by_item_no ON duty_list (item_no) WHERE removed_at IS NULL;

CREATE INDEX duty_list_by_review_on ON duty_list (review_on) WHERE removed_at IS NULL;

CREATE INDEX duty_list_by_valid_to__review_on__removed_at ON duty_list (valid_to, review_on, removed_at) WHERE removed_at IS NULL;

CREATE INDEX duty_list_by_document ON duty_list (document) WHERE removed_at IS NULL AND document IS NOT NULL;

CREATE VIRTUAL TABLE duty_list_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 41
CREATE TABLE power_list (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  village TEXT,
  item_no INTEGER,
  power TEXT,
  kind TEXT,
  holder TEXT,
  basis TEXT,
  steps TEXT,
  publication TEXT,
  supervisor TEXT,
  list_version TEXT,
  valid_from TEXT,
  valid_to TEXT,
  review_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX power_list_id ON power_list (id);

CREATE INDEX power_list_key ON power_list (village, item_no, valid_from) WHERE removed_at IS NULL;

CREATE INDEX power_list_by_village__item_no ON power_list (village, item_no) WHERE removed_at IS NULL;

CREATE INDEX power_list_by_kind__item_no ON power_list (kind, item_no) WHERE removed_at IS NULL;

CREATE INDEX power_list_by_item_no ON power_list (item_no) WHERE removed_at IS NULL;

CREATE INDEX power_list_by_review_on ON power_list (review_on) WHERE removed_at IS NULL;

CREATE INDEX power_list_by_valid_to__review_on__removed_at ON power_list (valid_to, review_on, removed_at) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE power_list_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 45
CREATE TABLE major_decision (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  village TEXT,
  title TEXT,
  kind TEXT,
  amount INTEGER,
  proposer TEXT,
  content TEXT,
  proposed_on TEXT,
  discussed_on TEXT,
  considered_on TEXT,
  resolved_on TEXT,
  due_to_vote INTEGER,
  voted INTEGER,
  agreed INTEGER,
  result TEXT,
  published_on TEXT,
  published_to TEXT,
  step TEXT,
  responsible TEXT,
  finish_by TEXT,
  carried_out TEXT,
  result_published_on TEXT,
  minutes TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX major_decision_id ON major_decision (id);

CREATE INDEX major_decision_key ON major_decision (village, title, proposed_on) WHERE removed_at IS NULL;

CREATE INDEX major_decision_by_village__proposed_on ON major_decision (village, proposed_on) WHERE removed_at IS NULL;

CREATE INDEX major_decision_by_step__proposed_on ON major_decision (step, proposed_on) WHERE removed_at IS NULL;

CREATE INDEX major_decision_by_kind__proposed_on ON major_decision (kind, proposed_on) WHERE removed_at IS NULL;

CREATE INDEX major_decision_by_proposed_on ON major_decision (proposed_on) WHERE removed_at IS NULL;

CREATE INDEX major_decision_by_finish_by ON major_decision (finish_by) WHERE removed_at IS NULL;

CREATE INDEX major_decision_by_step__finish_by__responsible__removed_at ON major_decision (step, finish_by, responsible, removed_at) WHERE removed_at IS NULL;

CREATE INDEX major_decision_lacking_minutes_by_step ON major_decision (step, minutes, removed_at) WHERE removed_at IS NULL AND minutes IS NULL;

CREATE VIRTUAL TABLE major_decision_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 46
CREATE TABLE joint_meeting (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  village TEXT,
  kind TEXT,
  title TEXT,
  held_on TEXT,
  place_text TEXT,
  chair TEXT,
  attendees TEXT,
  people_count INTEGER,
  agenda TEXT,
  outcome TEXT,
  state TEXT,
  responsible TEXT,
  finish_by TEXT,
  finished_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX joint_meeting_id ON joint_meeting (id);

CREATE INDEX joint_meeting_key ON joint_meeting (village, held_on, title) WHERE removed_at IS NULL;

CREATE INDEX joint_meeting_by_village__held_on ON joint_meeting (village, held_on) WHERE removed_at IS NULL;

CREATE INDEX joint_meeting_by_state__held_on ON joint_meeting (state, held_on) WHERE removed_at IS NULL;

CREATE INDEX joint_meeting_by_held_on ON joint_meeting (held_on) WHERE removed_at IS NULL;

CREATE INDEX joint_meeting_by_finish_by ON joint_meeting (finish_by) WHERE removed_at IS NULL;

CREATE INDEX joint_meeting_by_state__finish_by__responsible__removed_at ON joint_meeting (state, finish_by, responsible, removed_at) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE joint_meeting_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 47
CREATE TABLE venue (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  kind TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  building TEXT,
  sponsor TEXT,
  head_name TEXT,
  head_contact TEXT,
  area INTEGER,
  functions TEXT,
  opening_hours TEXT,
  staff_count INTEGER,
  opened_on TEXT,
  state TEXT,
  checked_on TEXT,
  next_check_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX venue_id ON venue (id);

CREATE INDEX venue_key ON venue (name, village) WHERE removed_at IS NULL;

CREATE INDEX venue_by_kind__name_py ON venue (kind, name_py) WHERE removed_at IS NULL;

CREATE INDEX venue_by_village__name_py ON venue (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX venue_by_name_py ON venue (name_py) WHERE removed_at IS NULL;

CREATE INDEX venue_by_next_check_on ON venue (next_check_on) WHERE removed_at IS NULL;

CREATE INDEX venue_by_kind__village ON venue (kind, village) WHERE removed_at IS NULL;

CREATE INDEX venue_by_state__next_check_on__head_name__removed_at ON venue (state, next_check_on, head_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX venue_by_grid ON venue (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE INDEX venue_by_building ON venue (building) WHERE removed_at IS NULL AND building IS NOT NULL;

CREATE VIRTUAL TABLE venue_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 48
CREATE TABLE team_worker (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  person TEXT,
  sex TEXT,
  birth_date TEXT,
  political TEXT,
  education TEXT,
  contact TEXT,
  kind TEXT,
  village TEXT,
  station TEXT,
  employer TEXT,
  qualification TEXT,
  serves TEXT,
  hired_on TEXT,
  contract_to TEXT,
  state TEXT,
  left_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX team_worker_id ON team_worker (id);

CREATE INDEX team_worker_key ON team_worker (name, contact, kind) WHERE removed_at IS NULL;

CREATE INDEX team_worker_by_kind__name_py ON team_worker (kind, name_py) WHERE removed_at IS NULL;

CREATE INDEX team_worker_by_village__name_py ON team_worker (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX team_worker_by_name_py ON team_worker (name_py) WHERE removed_at IS NULL;

CREATE INDEX team_worker_by_contract_to ON team_worker (contract_to) WHERE removed_at IS NULL;

CREATE INDEX team_worker_by_name__village ON team_worker (name, village) WHERE removed_at IS NULL;

CREATE INDEX team_worker_by_state__contract_to__name__removed_at ON team_worker (state, contract_to, name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX team_worker_by_person ON team_worker (person) WHERE removed_at IS NULL AND person IS NOT NULL;

CREATE INDEX team_worker_by_station ON team_worker (station) WHERE removed_at IS NULL AND station IS NOT NULL;

CREATE VIRTUAL TABLE team_worker_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 49
CREATE TABLE party_org (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  kind TEXT,
  owner_kind TEXT,
  village TEXT,
  unit TEXT,
  social_org TEXT,
  superior TEXT,
  head_name TEXT,
  head_contact TEXT,
  organiser TEXT,
  member_count INTEGER,
  founded_on TEXT,
  elected_on TEXT,
  term_to TEXT,
  star TEXT,
  star_year INTEGER,
  state TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX party_org_id ON party_org (id);

CREATE INDEX party_org_key ON party_org (name, village) WHERE removed_at IS NULL;

CREATE INDEX party_org_by_village__name_py ON party_org (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX party_org_by_star__name_py ON party_org (star, name_py) WHERE removed_at IS NULL;

CREATE INDEX party_org_by_state__name_py ON party_org (state, name_py) WHERE removed_at IS NULL;

CREATE INDEX party_org_by_name_py ON party_org (name_py) WHERE removed_at IS NULL;

CREATE INDEX party_org_by_founded_on ON party_org (founded_on) WHERE removed_at IS NULL;

CREATE INDEX party_org_by_term_to ON party_org (term_to) WHERE removed_at IS NULL;

CREATE INDEX party_org_by_unit__kind ON party_org (unit, kind) WHERE removed_at IS NULL;

CREATE INDEX party_org_by_state__term_to__head_name__removed_at ON party_org (state, term_to, head_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX party_org_by_social_org ON party_org (social_org) WHERE removed_at IS NULL AND social_org IS NOT NULL;

CREATE INDEX party_org_by_organiser ON party_org (organiser) WHERE removed_at IS NULL AND organiser IS NOT NULL;

CREATE VIRTUAL TABLE party_org_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 50
CREATE TABLE joint_activity (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  title TEXT,
  held_on TEXT,
  programme TEXT,
  village TEXT,
  unit TEXT,
  partner TEXT,
  party_org TEXT,
  place_text TEXT,
  people_count INTEGER,
  content TEXT,
  outcome TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX joint_activity_id ON joint_activity (id);

CREATE INDEX joint_activity_key ON joint_activity (title, village, held_on) WHERE removed_at IS NULL;

CREATE INDEX joint_activity_by_village__held_on ON joint_activity (village, held_on) WHERE removed_at IS NULL;

CREATE INDEX joint_activity_by_programme__held_on ON joint_activity (programme, held_on) WHERE removed_at IS NULL;

CREATE INDEX joint_activity_by_held_on ON joint_activity (held_on) WHERE removed_at IS NULL;

CREATE INDEX joint_activity_by_unit ON joint_activity (unit) WHERE removed_at IS NULL AND unit IS NOT NULL;

CREATE INDEX joint_activity_by_party_org ON joint_activity (party_org) WHERE removed_at IS NULL AND party_org IS NOT NULL;

CREATE VIRTUAL TABLE joint_activity_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 80
CREATE TABLE zz_org (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  org_type TEXT,
  level TEXT,
  contact TEXT,
  head_name TEXT,
  head_contact TEXT,
  member_units TEXT,
  functions TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX zz_org_id ON zz_org (id);

CREATE INDEX zz_org_key ON zz_org (name) WHERE removed_at IS NULL;

CREATE INDEX zz_org_by_village__name_py ON zz_org (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX zz_org_by_name_py ON zz_org (name_py) WHERE removed_at IS NULL;

CREATE INDEX zz_org_by_grid ON zz_org (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE zz_org_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 81
CREATE TABLE zz_member (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  org TEXT,
  name TEXT,
  name_py TEXT,
  person TEXT,
  sex TEXT,
  ethnic TEXT,
  political TEXT,
  birth_date TEXT,
  education TEXT,
  duty TEXT,
  rank TEXT,
  specialty TEXT,
  is_full_time INTEGER,
  contact TEXT,
  joined_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX zz_member_id ON zz_member (id);

CREATE INDEX zz_member_key ON zz_member (org, name) WHERE removed_at IS NULL;

CREATE INDEX zz_member_by_name_py ON zz_member (name_py) WHERE removed_at IS NULL;

CREATE INDEX zz_member_by_name ON zz_member (name) WHERE removed_at IS NULL;

CREATE INDEX zz_member_by_person ON zz_member (person) WHERE removed_at IS NULL AND person IS NOT NULL;

CREATE VIRTUAL TABLE zz_member_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 82
CREATE TABLE mass_prevention_org (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  org_type TEXT,
  supervisor TEXT,
  people_count INTEGER,
  head_name TEXT,
  head_contact TEXT,
  functions TEXT,
  founded_on TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX mass_prevention_org_id ON mass_prevention_org (id);

CREATE INDEX mass_prevention_org_key ON mass_prevention_org (village, name) WHERE removed_at IS NULL;

CREATE INDEX mass_prevention_org_by_name_py ON mass_prevention_org (name_py) WHERE removed_at IS NULL;

CREATE INDEX mass_prevention_org_by_name ON mass_prevention_org (name) WHERE removed_at IS NULL;

CREATE INDEX mass_prevention_org_by_grid ON mass_prevention_org (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE mass_prevention_org_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 83
CREATE TABLE building_chief (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  mobile TEXT,
  landline TEXT,
  person TEXT,
  sex TEXT,
  ethnic TEXT,
  political TEXT,
  birth_date TEXT,
  education TEXT,
  term_end TEXT,
  estate_code TEXT,
  estate_name TEXT,
  building_name TEXT,
  building TEXT,
  floor_area INTEGER,
  floors INTEGER,
  units INTEGER,
  households INTEGER,
  people INTEGER,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX building_chief_id ON building_chief (id);

CREATE INDEX building_chief_key ON building_chief (village, building_name, name) WHERE removed_at IS NULL;

CREATE INDEX building_chief_by_name_py ON building_chief (name_py) WHERE removed_at IS NULL;

CREATE INDEX building_chief_by_term_end ON building_chief (term_end) WHERE removed_at IS NULL;

CREATE INDEX building_chief_by_name ON building_chief (name) WHERE removed_at IS NULL;

CREATE INDEX building_chief_by_term_end__name__removed_at ON building_chief (term_end, name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX building_chief_by_person ON building_chief (person) WHERE removed_at IS NULL AND person IS NOT NULL;

CREATE INDEX building_chief_by_building ON building_chief (building) WHERE removed_at IS NULL AND building IS NOT NULL;

CREATE INDEX building_chief_by_grid ON building_chief (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE building_chief_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 84
CREATE TABLE responsibility_measure (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  year INTEGER,
  policy_kind TEXT,
  actor_name TEXT,
  actor_level TEXT,
  target_name TEXT,
  village TEXT,
  target_place TEXT,
  target_level TEXT,
  signer TEXT,
  signer_py TEXT,
  signed_on TEXT,
  ends_on TEXT,
  content TEXT,
  score INTEGER,
  result TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX responsibility_measure_id ON responsibility_measure (id);

CREATE INDEX responsibility_measure_key ON responsibility_measure (year, policy_kind, actor_name, target_name) WHERE removed_at IS NULL;

CREATE INDEX responsibility_measure_by_village__signed_on ON responsibility_measure (village, signed_on) WHERE removed_at IS NULL;

CREATE INDEX responsibility_measure_by_signed_on ON responsibility_measure (signed_on) WHERE removed_at IS NULL;

CREATE INDEX responsibility_measure_by_ends_on ON responsibility_measure (ends_on) WHERE removed_at IS NULL;

CREATE INDEX responsibility_measure_by_result__ends_on__signer__removed_at ON responsibility_measure (result, ends_on, signer, removed_at) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE responsibility_measure_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 85
CREATE TABLE safe_cell (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  kind TEXT,
  unit TEXT,
  state TEXT,
  level TEXT,
  awarded_on TEXT,
  document_no TEXT,
  review_on TEXT,
  review TEXT,
  head_name TEXT,
  head_contact TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX safe_cell_id ON safe_cell (id);

CREATE INDEX safe_cell_key ON safe_cell (kind, village, name) WHERE removed_at IS NULL;

CREATE INDEX safe_cell_by_village__awarded_on ON safe_cell (village, awarded_on) WHERE removed_at IS NULL;

CREATE INDEX safe_cell_by_state__name_py ON safe_cell (state, name_py) WHERE removed_at IS NULL;

CREATE INDEX safe_cell_by_name_py ON safe_cell (name_py) WHERE removed_at IS NULL;

CREATE INDEX safe_cell_by_awarded_on ON safe_cell (awarded_on) WHERE removed_at IS NULL;

CREATE INDEX safe_cell_by_review_on ON safe_cell (review_on) WHERE removed_at IS NULL;

CREATE INDEX safe_cell_by_name ON safe_cell (name) WHERE removed_at IS NULL;

CREATE INDEX safe_cell_by_state__review_on__head_name__removed_at ON safe_cell (state, review_on, head_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX safe_cell_by_unit ON safe_cell (unit) WHERE removed_at IS NULL AND unit IS NOT NULL;

CREATE INDEX safe_cell_by_grid ON safe_cell (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE INDEX safe_cell_lacking_awarded_on_by_state ON safe_cell (state, awarded_on, removed_at) WHERE removed_at IS NULL AND awarded_on IS NULL;

CREATE VIRTUAL TABLE safe_cell_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 86
CREATE TABLE safe_association (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  kind TEXT,
  trade TEXT,
  members INTEGER,
  founded_on TEXT,
  term_end TEXT,
  head_name TEXT,
  head_contact TEXT,
  secretary TEXT,
  functions TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX safe_association_id ON safe_association (id);

CREATE INDEX safe_association_key ON safe_association (name) WHERE removed_at IS NULL;

CREATE INDEX safe_association_by_village__name_py ON safe_association (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX safe_association_by_name_py ON safe_association (name_py) WHERE removed_at IS NULL;

CREATE INDEX safe_association_by_term_end ON safe_association (term_end) WHERE removed_at IS NULL;

CREATE INDEX safe_association_by_term_end__head_name__removed_at ON safe_association (term_end, head_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX safe_association_by_grid ON safe_association (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE safe_association_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 87
CREATE TABLE association_activity (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  association TEXT,
  held_on TEXT,
  name TEXT,
  kind TEXT,
  place_text TEXT,
  people_count INTEGER,
  spent INTEGER,
  content TEXT,
  photos TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX association_activity_id ON association_activity (id);

CREATE INDEX association_activity_key ON association_activity (association, held_on, name) WHERE removed_at IS NULL;

CREATE INDEX association_activity_by_held_on ON association_activity (held_on) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE association_activity_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 88
CREATE TABLE association_fund (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  association TEXT,
  booked_on TEXT,
  voucher_no TEXT,
  direction TEXT,
  item TEXT,
  amount INTEGER,
  party TEXT,
  summary TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX association_fund_id ON association_fund (id);

CREATE INDEX association_fund_key ON association_fund (association, booked_on, voucher_no) WHERE removed_at IS NULL;

CREATE INDEX association_fund_by_booked_on ON association_fund (booked_on) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE association_fund_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 89
CREATE TABLE stability_assessment (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  project TEXT,
  matter TEXT,
  village TEXT,
  decision_body TEXT,
  assessor TEXT,
  head_name TEXT,
  head_contact TEXT,
  started_on TEXT,
  assessed_on TEXT,
  risk_points TEXT,
  measures TEXT,
  grade TEXT,
  conclusion TEXT,
  filing_no TEXT,
  filed_on TEXT,
  review_on TEXT,
  reviewed_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX stability_assessment_id ON stability_assessment (id);

CREATE INDEX stability_assessment_key ON stability_assessment (project, village) WHERE removed_at IS NULL;

CREATE INDEX stability_assessment_by_village__assessed_on ON stability_assessment (village, assessed_on) WHERE removed_at IS NULL;

CREATE INDEX stability_assessment_by_assessed_on ON stability_assessment (assessed_on) WHERE removed_at IS NULL;

CREATE INDEX stability_assessment_by_project ON stability_assessment (project) WHERE removed_at IS NULL;

CREATE INDEX stability_assessment_by_review_on ON stability_assessment (review_on) WHERE removed_at IS NULL;

CREATE INDEX stability_assessment_by_reviewed_on__review_on__head_name__removed_at ON stability_assessment (reviewed_on, review_on, head_name, removed_at) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE stability_assessment_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 90
CREATE TABLE unstable_group (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  kind TEXT,
  village TEXT,
  people_count INTEGER,
  demands TEXT,
  grade TEXT,
  found_on TEXT,
  lead_unit TEXT,
  head_name TEXT,
  head_contact TEXT,
  measures TEXT,
  trend TEXT,
  review_on TEXT,
  settled_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX unstable_group_id ON unstable_group (id);

CREATE INDEX unstable_group_key ON unstable_group (name, village) WHERE removed_at IS NULL;

CREATE INDEX unstable_group_by_village__found_on ON unstable_group (village, found_on) WHERE removed_at IS NULL;

CREATE INDEX unstable_group_by_grade__found_on ON unstable_group (grade, found_on) WHERE removed_at IS NULL;

CREATE INDEX unstable_group_by_found_on ON unstable_group (found_on) WHERE removed_at IS NULL;

CREATE INDEX unstable_group_by_name ON unstable_group (name) WHERE removed_at IS NULL;

CREATE INDEX unstable_group_by_review_on ON unstable_group (review_on) WHERE removed_at IS NULL;

CREATE INDEX unstable_group_by_grade__settled_on__review_on__head_name__removed_at ON unstable_group (grade, settled_on, review_on, head_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX unstable_group_lacking_lead_unit_by_grade ON unstable_group (grade, lead_unit, removed_at) WHERE removed_at IS NULL AND lead_unit IS NULL;

CREATE VIRTUAL TABLE unstable_group_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 91
CREATE TABLE domestic_violence (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  record_no TEXT,
  number_year INTEGER,
  serial INTEGER,
  reported_on TEXT,
  report_way TEXT,
  reporter_name TEXT,
  reporter_contact TEXT,
  state TEXT,
  victim TEXT,
  victim_name TEXT,
  victim_name_py TEXT,
  victim_doc_type TEXT,
  victim_doc_no TEXT,
  victim_contact TEXT,
  protected_group TEXT,
  offender TEXT,
  offender_name TEXT,
  offender_name_py TEXT,
  offender_doc_type TEXT,
  offender_doc_no TEXT,
  offender_contact TEXT,
  relation TEXT,
  happened_on TEXT,
  kinds TEXT,
  is_repeated INTEGER,
  detail TEXT,
  warning_no TEXT,
  worker TEXT,
  next_visit_on TEXT,
  closed_on TEXT,
  closing TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX domestic_violence_id ON domestic_violence (id);

CREATE INDEX domestic_violence_key ON domestic_violence (record_no) WHERE removed_at IS NULL;

CREATE INDEX domestic_violence_by_village__reported_on ON domestic_violence (village, reported_on) WHERE removed_at IS NULL;

CREATE INDEX domestic_violence_by_number_year__serial ON domestic_violence (number_year, serial) WHERE removed_at IS NULL;

CREATE INDEX domestic_violence_by_reported_on ON domestic_violence (reported_on) WHERE removed_at IS NULL;

CREATE INDEX domestic_violence_by_next_visit_on ON domestic_violence (next_visit_on) WHERE removed_at IS NULL;

CREATE INDEX domestic_violence_by_state__next_visit_on__worker__removed_at ON domestic_violence (state, next_visit_on, worker, removed_at) WHERE removed_at IS NULL;

CREATE INDEX domestic_violence_by_victim ON domestic_violence (victim) WHERE removed_at IS NULL AND victim IS NOT NULL;

CREATE INDEX domestic_violence_by_offender ON domestic_violence (offender) WHERE removed_at IS NULL AND offender IS NOT NULL;

CREATE INDEX domestic_violence_by_grid ON domestic_violence (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE domestic_violence_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 92
CREATE TABLE violence_measure (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  violence TEXT,
  done_on TEXT,
  kind TEXT,
  body TEXT,
  paper_no TEXT,
  referred_to TEXT,
  shelter_place TEXT,
  shelter_end TEXT,
  shelter_left_on TEXT,
  worker TEXT,
  result TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX violence_measure_id ON violence_measure (id);

CREATE INDEX violence_measure_key ON violence_measure (violence, done_on, kind) WHERE removed_at IS NULL;

CREATE INDEX violence_measure_by_done_on ON violence_measure (done_on) WHERE removed_at IS NULL;

CREATE INDEX violence_measure_by_shelter_end ON violence_measure (shelter_end) WHERE removed_at IS NULL;

CREATE INDEX violence_measure_by_shelter_left_on__shelter_end__worker__removed_at ON violence_measure (shelter_left_on, shelter_end, worker, removed_at) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE violence_measure_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 93
CREATE TABLE judicial_aid (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  applicant TEXT,
  applicant_name TEXT,
  applicant_name_py TEXT,
  applicant_doc_type TEXT,
  applicant_doc_no TEXT,
  applicant_contact TEXT,
  village TEXT,
  applied_on TEXT,
  ground TEXT,
  case_no TEXT,
  hardship TEXT,
  asked INTEGER,
  authority TEXT,
  handover_state TEXT,
  handed_to TEXT,
  handed_on TEXT,
  receipt_no TEXT,
  received_on TEXT,
  reply_due TEXT,
  replied_on TEXT,
  reply TEXT,
  result TEXT,
  granted INTEGER,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX judicial_aid_id ON judicial_aid (id);

CREATE INDEX judicial_aid_key ON judicial_aid (applicant_doc_no, applied_on) WHERE removed_at IS NULL;

CREATE INDEX judicial_aid_by_village__applied_on ON judicial_aid (village, applied_on) WHERE removed_at IS NULL;

CREATE INDEX judicial_aid_by_handover_state__applied_on ON judicial_aid (handover_state, applied_on) WHERE removed_at IS NULL;

CREATE INDEX judicial_aid_by_applied_on ON judicial_aid (applied_on) WHERE removed_at IS NULL;

CREATE INDEX judicial_aid_by_reply_due ON judicial_aid (reply_due) WHERE removed_at IS NULL;

CREATE INDEX judicial_aid_by_handover_state__reply_due__handed_to__removed_at ON judicial_aid (handover_state, reply_due, handed_to, removed_at) WHERE removed_at IS NULL;

CREATE INDEX judicial_aid_by_applicant ON judicial_aid (applicant) WHERE removed_at IS NULL AND applicant IS NOT NULL;

CREATE INDEX judicial_aid_lacking_received_on_by_handover_state__handed_to ON judicial_aid (handover_state, handed_to, received_on, removed_at) WHERE removed_at IS NULL AND received_on IS NULL;

CREATE VIRTUAL TABLE judicial_aid_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 94
CREATE TABLE courage_deed (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  deed_name TEXT,
  actor TEXT,
  actor_name TEXT,
  actor_name_py TEXT,
  actor_doc_type TEXT,
  actor_doc_no TEXT,
  actor_contact TEXT,
  workplace TEXT,
  happened_on TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  detail TEXT,
  victims TEXT,
  witnesses TEXT,
  harm TEXT,
  claimant TEXT,
  claimed_on TEXT,
  papers TEXT,
  state TEXT,
  forwarded_to TEXT,
  forwarded_on TEXT,
  reply_due TEXT,
  decided_on TEXT,
  decision_no TEXT,
  honour TEXT,
  bonus INTEGER,
  paid_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX courage_deed_id ON courage_deed (id);

CREATE INDEX courage_deed_key ON courage_deed (actor_doc_no, happened_on) WHERE removed_at IS NULL;

CREATE INDEX courage_deed_by_village__happened_on ON courage_deed (village, happened_on) WHERE removed_at IS NULL;

CREATE INDEX courage_deed_by_state__happened_on ON courage_deed (state, happened_on) WHERE removed_at IS NULL;

CREATE INDEX courage_deed_by_happened_on ON courage_deed (happened_on) WHERE removed_at IS NULL;

CREATE INDEX courage_deed_by_reply_due ON courage_deed (reply_due) WHERE removed_at IS NULL;

CREATE INDEX courage_deed_by_state__reply_due__forwarded_to__removed_at ON courage_deed (state, reply_due, forwarded_to, removed_at) WHERE removed_at IS NULL;

CREATE INDEX courage_deed_by_actor ON courage_deed (actor) WHERE removed_at IS NULL AND actor IS NOT NULL;

CREATE INDEX courage_deed_by_grid ON courage_deed (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE INDEX courage_deed_lacking_papers_by_state ON courage_deed (state, papers, removed_at) WHERE removed_at IS NULL AND papers IS NULL;

CREATE INDEX courage_deed_lacking_decision_no_by_state ON courage_deed (state, decision_no, removed_at) WHERE removed_at IS NULL AND decision_no IS NULL;

CREATE VIRTUAL TABLE courage_deed_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 95
CREATE TABLE courage_care (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  deed TEXT,
  done_on TEXT,
  kind TEXT,
  body TEXT,
  amount INTEGER,
  content TEXT,
  worker TEXT,
  next_on TEXT,
  visited_on TEXT,
  photos TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX courage_care_id ON courage_care (id);

CREATE INDEX courage_care_key ON courage_care (deed, done_on, kind) WHERE removed_at IS NULL;

CREATE INDEX courage_care_by_done_on ON courage_care (done_on) WHERE removed_at IS NULL;

CREATE INDEX courage_care_by_next_on ON courage_care (next_on) WHERE removed_at IS NULL;

CREATE INDEX courage_care_by_visited_on__next_on__worker__removed_at ON courage_care (visited_on, next_on, worker, removed_at) WHERE removed_at IS NULL;

-- Number 96
CREATE TABLE tip_reward (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  reward_no TEXT,
  number_year INTEGER,
  serial INTEGER,
  clue TEXT,
  code_name TEXT,
  kind TEXT,
  village TEXT,
  case_result TEXT,
  amount INTEGER,
  state TEXT,
  applied_on TEXT,
  approver TEXT,
  approved_on TEXT,
  claim_by TEXT,
  slip_no TEXT,
  paid_on TEXT,
  first_signer TEXT,
  second_signer TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX tip_reward_id ON tip_reward (id);

CREATE INDEX tip_reward_key ON tip_reward (reward_no) WHERE removed_at IS NULL;

CREATE INDEX tip_reward_by_number_year__serial ON tip_reward (number_year, serial) WHERE removed_at IS NULL;

CREATE INDEX tip_reward_by_village__applied_on ON tip_reward (village, applied_on) WHERE removed_at IS NULL;

CREATE INDEX tip_reward_by_state__applied_on ON tip_reward (state, applied_on) WHERE removed_at IS NULL;

CREATE INDEX tip_reward_by_applied_on ON tip_reward (applied_on) WHERE removed_at IS NULL;

CREATE INDEX tip_reward_by_claim_by ON tip_reward (claim_by) WHERE removed_at IS NULL;

CREATE INDEX tip_reward_by_state__claim_by__approver__removed_at ON tip_reward (state, claim_by, approver, removed_at) WHERE removed_at IS NULL;

CREATE INDEX tip_reward_by_clue ON tip_reward (clue) WHERE removed_at IS NULL AND clue IS NOT NULL;

CREATE INDEX tip_reward_lacking_second_signer_by_state ON tip_reward (state, second_signer, removed_at) WHERE removed_at IS NULL AND second_signer IS NULL;

CREATE VIRTUAL TABLE tip_reward_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 108
CREATE TABLE watch_post (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  code TEXT,
  name TEXT,
  name_py TEXT,
  kind TEXT,
  state TEXT,
  unit TEXT,
  head_name TEXT,
  head_contact TEXT,
  member_count INTEGER,
  duty_hours TEXT,
  roster TEXT,
  police TEXT,
  police_officer TEXT,
  opened_on TEXT,
  checked_on TEXT,
  next_check_on TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX watch_post_id ON watch_post (id);

CREATE INDEX watch_post_key ON watch_post (code) WHERE removed_at IS NULL;

CREATE INDEX watch_post_by_village__code ON watch_post (village, code) WHERE removed_at IS NULL;

CREATE INDEX watch_post_by_state__code ON watch_post (state, code) WHERE removed_at IS NULL;

CREATE INDEX watch_post_by_name_py ON watch_post (name_py) WHERE removed_at IS NULL;

CREATE INDEX watch_post_by_next_check_on ON watch_post (next_check_on) WHERE removed_at IS NULL;

CREATE INDEX watch_post_by_name ON watch_post (name) WHERE removed_at IS NULL;

CREATE INDEX watch_post_by_state__next_check_on__head_name__removed_at ON watch_post (state, next_check_on, head_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX watch_post_by_unit ON watch_post (unit) WHERE removed_at IS NULL AND unit IS NOT NULL;

CREATE INDEX watch_post_by_roster ON watch_post (roster) WHERE removed_at IS NULL AND roster IS NOT NULL;

CREATE INDEX watch_post_by_grid ON watch_post (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE watch_post_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 109
CREATE TABLE watch_member (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  post TEXT,
  name TEXT,
  name_py TEXT,
  role TEXT,
  person TEXT,
  sex TEXT,
  contact TEXT,
  workplace TEXT,
  call_sign TEXT,
  joined_on TEXT,
  left_on TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX watch_member_id ON watch_member (id);

CREATE INDEX watch_member_key ON watch_member (post, name) WHERE removed_at IS NULL;

CREATE INDEX watch_member_by_name_py ON watch_member (name_py) WHERE removed_at IS NULL;

CREATE INDEX watch_member_by_name ON watch_member (name) WHERE removed_at IS NULL;

CREATE INDEX watch_member_by_person ON watch_member (person) WHERE removed_at IS NULL AND person IS NOT NULL;

CREATE VIRTUAL TABLE watch_member_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 110
CREATE TABLE watch_kit (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  post TEXT,
  kind TEXT,
  model TEXT,
  count INTEGER,
  state TEXT,
  keeper TEXT,
  issued_on TEXT,
  replace_on TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX watch_kit_id ON watch_kit (id);

CREATE INDEX watch_kit_key ON watch_kit (post, kind) WHERE removed_at IS NULL;

CREATE INDEX watch_kit_by_kind ON watch_kit (kind) WHERE removed_at IS NULL;

CREATE INDEX watch_kit_by_replace_on ON watch_kit (replace_on) WHERE removed_at IS NULL;

CREATE INDEX watch_kit_by_state__replace_on__keeper__removed_at ON watch_kit (state, replace_on, keeper, removed_at) WHERE removed_at IS NULL;

-- Number 111
CREATE TABLE call_out (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  called_at TEXT,
  reason TEXT,
  caller TEXT,
  post TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  arrived_at TEXT,
  post_count INTEGER,
  people_count INTEGER,
  respondents TEXT,
  result TEXT,
  detail TEXT,
  photos TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX call_out_id ON call_out (id);

CREATE INDEX call_out_key ON call_out (called_at, village, reason) WHERE removed_at IS NULL;

CREATE INDEX call_out_by_village__called_at ON call_out (village, called_at) WHERE removed_at IS NULL;

CREATE INDEX call_out_by_called_at ON call_out (called_at) WHERE removed_at IS NULL;

CREATE INDEX call_out_by_post ON call_out (post) WHERE removed_at IS NULL AND post IS NOT NULL;

CREATE INDEX call_out_by_grid ON call_out (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE call_out_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 112
CREATE TABLE clue (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  clue_no TEXT,
  number_year INTEGER,
  serial INTEGER,
  found_on TEXT,
  kind TEXT,
  clue_source TEXT,
  post TEXT,
  code_name TEXT,
  informer_contact TEXT,
  content TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  handover_state TEXT,
  handed_to TEXT,
  handed_on TEXT,
  receipt_no TEXT,
  received_on TEXT,
  reply_due TEXT,
  replied_on TEXT,
  reply TEXT,
  result TEXT,
  is_rewarded INTEGER,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX clue_id ON clue (id);

CREATE INDEX clue_key ON clue (clue_no) WHERE removed_at IS NULL;

CREATE INDEX clue_by_number_year__serial ON clue (number_year, serial) WHERE removed_at IS NULL;

CREATE INDEX clue_by_village__found_on ON clue (village, found_on) WHERE removed_at IS NULL;

CREATE INDEX clue_by_handover_state__found_on ON clue (handover_state, found_on) WHERE removed_at IS NULL;

CREATE INDEX clue_by_found_on ON clue (found_on) WHERE removed_at IS NULL;

CREATE INDEX clue_by_reply_due ON clue (reply_due) WHERE removed_at IS NULL;

CREATE INDEX clue_by_handover_state__reply_due__handed_to__removed_at ON clue (handover_state, reply_due, handed_to, removed_at) WHERE removed_at IS NULL;

CREATE INDEX clue_by_post ON clue (post) WHERE removed_at IS NULL AND post IS NOT NULL;

CREATE INDEX clue_by_grid ON clue (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE INDEX clue_lacking_received_on_by_handover_state__handed_to ON clue (handover_state, handed_to, received_on, removed_at) WHERE removed_at IS NULL AND received_on IS NULL;

CREATE VIRTUAL TABLE clue_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 113
CREATE TABLE gang_clue (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  clue_no TEXT,
  number_year INTEGER,
  serial INTEGER,
  found_on TEXT,
  kind TEXT,
  clue_source TEXT,
  is_real_name INTEGER,
  code_name TEXT,
  trade TEXT,
  content TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  handover_state TEXT,
  handed_to TEXT,
  handed_on TEXT,
  receipt_no TEXT,
  received_on TEXT,
  reply_due TEXT,
  replied_on TEXT,
  reply TEXT,
  result TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX gang_clue_id ON gang_clue (id);

CREATE INDEX gang_clue_key ON gang_clue (clue_no) WHERE removed_at IS NULL;

CREATE INDEX gang_clue_by_number_year__serial ON gang_clue (number_year, serial) WHERE removed_at IS NULL;

CREATE INDEX gang_clue_by_village__found_on ON gang_clue (village, found_on) WHERE removed_at IS NULL;

CREATE INDEX gang_clue_by_handover_state__found_on ON gang_clue (handover_state, found_on) WHERE removed_at IS NULL;

CREATE INDEX gang_clue_by_found_on ON gang_clue (found_on) WHERE removed_at IS NULL;

CREATE INDEX gang_clue_by_reply_due ON gang_clue (reply_due) WHERE removed_at IS NULL;

CREATE INDEX gang_clue_by_handover_state__reply_due__handed_to__removed_at ON gang_clue (handover_state, reply_due, handed_to, removed_at) WHERE removed_at IS NULL;

CREATE INDEX gang_clue_by_grid ON gang_clue (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE INDEX gang_clue_lacking_received_on_by_handover_state__handed_to ON gang_clue (handover_state, handed_to, received_on, removed_at) WHERE removed_at IS NULL AND received_on IS NULL;

CREATE VIRTUAL TABLE gang_clue_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 100
CREATE TABLE key_area (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  listed_on TEXT,
  problem TEXT,
  area_type TEXT,
  area_scope TEXT,
  list_level TEXT,
  state TEXT,
  lead_unit TEXT,
  lead_name TEXT,
  lead_contact TEXT,
  join_units TEXT,
  deadline TEXT,
  criminal_solved INTEGER,
  security_handled INTEGER,
  detail TEXT,
  effect TEXT,
  closed_on TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX key_area_id ON key_area (id);

CREATE INDEX key_area_key ON key_area (name, village, listed_on) WHERE removed_at IS NULL;

CREATE INDEX key_area_by_village__listed_on ON key_area (village, listed_on) WHERE removed_at IS NULL;

CREATE INDEX key_area_by_state__listed_on ON key_area (state, listed_on) WHERE removed_at IS NULL;

CREATE INDEX key_area_by_listed_on ON key_area (listed_on) WHERE removed_at IS NULL;

CREATE INDEX key_area_by_deadline ON key_area (deadline) WHERE removed_at IS NULL;

CREATE INDEX key_area_by_state__deadline__lead_name__removed_at ON key_area (state, deadline, lead_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX key_area_by_grid ON key_area (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE INDEX key_area_lacking_effect_by_state ON key_area (state, effect, removed_at) WHERE removed_at IS NULL AND effect IS NULL;

CREATE VIRTUAL TABLE key_area_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 101
CREATE TABLE key_area_work (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  key_area TEXT,
  done_on TEXT,
  kind TEXT,
  units TEXT,
  people_count INTEGER,
  places_checked INTEGER,
  hazards_found INTEGER,
  content TEXT,
  photos TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX key_area_work_id ON key_area_work (id);

CREATE INDEX key_area_work_key ON key_area_work (key_area, done_on, kind) WHERE removed_at IS NULL;

CREATE INDEX key_area_work_by_done_on ON key_area_work (done_on) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE key_area_work_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 97
CREATE TABLE major_case (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_no TEXT,
  case_name TEXT,
  occur_date TEXT,
  level TEXT,
  kind TEXT,
  people_count INTEGER,
  dead_count INTEGER,
  hurt_count INTEGER,
  detail TEXT,
  reported_to TEXT,
  reported_on TEXT,
  handling TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX major_case_id ON major_case (id);

CREATE INDEX major_case_key ON major_case (case_no) WHERE removed_at IS NULL;

CREATE INDEX major_case_by_village__occur_date ON major_case (village, occur_date) WHERE removed_at IS NULL;

CREATE INDEX major_case_by_occur_date ON major_case (occur_date) WHERE removed_at IS NULL;

CREATE INDEX major_case_by_grid ON major_case (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE major_case_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 98
CREATE TABLE case_record (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_no TEXT,
  case_name TEXT,
  nature TEXT,
  is_homicide INTEGER,
  is_civil_turned INTEGER,
  occur_date TEXT,
  state TEXT,
  solved_on TEXT,
  police TEXT,
  solve_detail TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX case_record_id ON case_record (id);

CREATE INDEX case_record_key ON case_record (case_no) WHERE removed_at IS NULL;

CREATE INDEX case_record_by_village__occur_date ON case_record (village, occur_date) WHERE removed_at IS NULL;

CREATE INDEX case_record_by_occur_date ON case_record (occur_date) WHERE removed_at IS NULL;

CREATE INDEX case_record_by_grid ON case_record (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE case_record_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 99
CREATE TABLE case_person (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_record TEXT,
  role TEXT,
  someone TEXT,
  someone_name TEXT,
  someone_name_py TEXT,
  someone_doc_type TEXT,
  someone_doc_no TEXT,
  someone_contact TEXT,
  sex TEXT,
  home TEXT,
  is_minor INTEGER,
  is_at_large INTEGER,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX case_person_id ON case_person (id);

CREATE INDEX case_person_key ON case_person (case_record, role, someone_name) WHERE removed_at IS NULL;

CREATE INDEX case_person_by_someone_name_py ON case_person (someone_name_py) WHERE removed_at IS NULL;

CREATE INDEX case_person_by_someone ON case_person (someone) WHERE removed_at IS NULL AND someone IS NOT NULL;

CREATE VIRTUAL TABLE case_person_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 104
CREATE TABLE school_nearby_person (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  school TEXT,
  village TEXT,
  someone TEXT,
  someone_name TEXT,
  someone_name_py TEXT,
  someone_doc_type TEXT,
  someone_doc_no TEXT,
  someone_contact TEXT,
  home TEXT,
  harm TEXT,
  is_focus INTEGER,
  reason TEXT,
  worker TEXT,
  checked_on TEXT,
  next_visit_on TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX school_nearby_person_id ON school_nearby_person (id);

CREATE INDEX school_nearby_person_key ON school_nearby_person (school, someone_doc_no) WHERE removed_at IS NULL;

CREATE INDEX school_nearby_person_by_someone_name_py ON school_nearby_person (someone_name_py) WHERE removed_at IS NULL;

CREATE INDEX school_nearby_person_by_village__checked_on ON school_nearby_person (village, checked_on) WHERE removed_at IS NULL;

CREATE INDEX school_nearby_person_by_next_visit_on ON school_nearby_person (next_visit_on) WHERE removed_at IS NULL;

CREATE INDEX school_nearby_person_by_is_focus__next_visit_on__worker__removed_at ON school_nearby_person (is_focus, next_visit_on, worker, removed_at) WHERE removed_at IS NULL;

CREATE INDEX school_nearby_person_by_someone ON school_nearby_person (someone) WHERE removed_at IS NULL AND someone IS NOT NULL;

CREATE VIRTUAL TABLE school_nearby_person_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 105
CREATE TABLE school_case (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_no TEXT,
  case_name TEXT,
  school TEXT,
  village TEXT,
  occur_date TEXT,
  nature TEXT,
  is_solved INTEGER,
  detail TEXT,
  handling TEXT,
  recheck_on TEXT,
  rechecked_on TEXT,
  worker TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX school_case_id ON school_case (id);

CREATE INDEX school_case_key ON school_case (case_no) WHERE removed_at IS NULL;

CREATE INDEX school_case_by_village__occur_date ON school_case (village, occur_date) WHERE removed_at IS NULL;

CREATE INDEX school_case_by_occur_date ON school_case (occur_date) WHERE removed_at IS NULL;

CREATE INDEX school_case_by_recheck_on ON school_case (recheck_on) WHERE removed_at IS NULL;

CREATE INDEX school_case_by_rechecked_on__recheck_on__worker__removed_at ON school_case (rechecked_on, recheck_on, worker, removed_at) WHERE removed_at IS NULL;

CREATE INDEX school_case_by_school ON school_case (school) WHERE removed_at IS NULL AND school IS NOT NULL;

CREATE VIRTUAL TABLE school_case_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 106
CREATE TABLE line_guard (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  kind TEXT,
  village TEXT,
  section TEXT,
  length_km INTEGER,
  owner_name TEXT,
  owner_address TEXT,
  owner_head TEXT,
  owner_contact TEXT,
  police_name TEXT,
  security_name TEXT,
  security_contact TEXT,
  hazard_level TEXT,
  hazard TEXT,
  patrolled_on TEXT,
  next_patrol_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX line_guard_id ON line_guard (id);

CREATE INDEX line_guard_key ON line_guard (name, village) WHERE removed_at IS NULL;

CREATE INDEX line_guard_by_village__name_py ON line_guard (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX line_guard_by_name_py ON line_guard (name_py) WHERE removed_at IS NULL;

CREATE INDEX line_guard_by_next_patrol_on ON line_guard (next_patrol_on) WHERE removed_at IS NULL;

CREATE INDEX line_guard_by_next_patrol_on__security_name__removed_at ON line_guard (next_patrol_on, security_name, removed_at) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE line_guard_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 107
CREATE TABLE line_case (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  case_no TEXT,
  case_name TEXT,
  line TEXT,
  line_name TEXT,
  village TEXT,
  nature TEXT,
  occur_date TEXT,
  solve_date TEXT,
  offender_count INTEGER,
  escape_count INTEGER,
  arrest_count INTEGER,
  detail TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX line_case_id ON line_case (id);

CREATE INDEX line_case_key ON line_case (case_no) WHERE removed_at IS NULL;

CREATE INDEX line_case_by_village__occur_date ON line_case (village, occur_date) WHERE removed_at IS NULL;

CREATE INDEX line_case_by_occur_date ON line_case (occur_date) WHERE removed_at IS NULL;

CREATE INDEX line_case_by_line ON line_case (line) WHERE removed_at IS NULL AND line IS NOT NULL;

CREATE VIRTUAL TABLE line_case_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 60
CREATE TABLE legal_adviser (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  village TEXT,
  firm TEXT,
  licence_no TEXT,
  contact TEXT,
  contract_from TEXT,
  contract_to TEXT,
  fee INTEGER,
  visits INTEGER,
  visit_days TEXT,
  state TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX legal_adviser_id ON legal_adviser (id);

CREATE INDEX legal_adviser_key ON legal_adviser (name, village, contract_from) WHERE removed_at IS NULL;

CREATE INDEX legal_adviser_by_village__name_py ON legal_adviser (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX legal_adviser_by_state__name_py ON legal_adviser (state, name_py) WHERE removed_at IS NULL;

CREATE INDEX legal_adviser_by_name_py ON legal_adviser (name_py) WHERE removed_at IS NULL;

CREATE INDEX legal_adviser_by_contract_from ON legal_adviser (contract_from) WHERE removed_at IS NULL;

CREATE INDEX legal_adviser_by_contract_to ON legal_adviser (contract_to) WHERE removed_at IS NULL;

CREATE INDEX legal_adviser_by_licence_no__village ON legal_adviser (licence_no, village) WHERE removed_at IS NULL;

CREATE INDEX legal_adviser_by_state__contract_to__name__removed_at ON legal_adviser (state, contract_to, name, removed_at) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE legal_adviser_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 61
CREATE TABLE adviser_service (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  adviser TEXT,
  village TEXT,
  served_on TEXT,
  kind TEXT,
  subject TEXT,
  matter TEXT,
  hours INTEGER,
  people_count INTEGER,
  content TEXT,
  outcome TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX adviser_service_id ON adviser_service (id);

CREATE INDEX adviser_service_key ON adviser_service (adviser, served_on, subject) WHERE removed_at IS NULL;

CREATE INDEX adviser_service_by_village__served_on ON adviser_service (village, served_on) WHERE removed_at IS NULL;

CREATE INDEX adviser_service_by_adviser__served_on ON adviser_service (adviser, served_on) WHERE removed_at IS NULL;

CREATE INDEX adviser_service_by_kind__served_on ON adviser_service (kind, served_on) WHERE removed_at IS NULL;

CREATE INDEX adviser_service_by_served_on ON adviser_service (served_on) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE adviser_service_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 62
CREATE TABLE legal_service (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  served_on TEXT,
  village TEXT,
  station TEXT,
  client_name TEXT,
  client_name_py TEXT,
  client_contact TEXT,
  client TEXT,
  kind TEXT,
  matter TEXT,
  content TEXT,
  reply TEXT,
  handler TEXT,
  result TEXT,
  passed_to TEXT,
  finish_by TEXT,
  finished_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX legal_service_id ON legal_service (id);

CREATE INDEX legal_service_key ON legal_service (served_on, client_name, kind) WHERE removed_at IS NULL;

CREATE INDEX legal_service_by_village__served_on ON legal_service (village, served_on) WHERE removed_at IS NULL;

CREATE INDEX legal_service_by_kind__served_on ON legal_service (kind, served_on) WHERE removed_at IS NULL;

CREATE INDEX legal_service_by_served_on ON legal_service (served_on) WHERE removed_at IS NULL;

CREATE INDEX legal_service_by_result ON legal_service (result) WHERE removed_at IS NULL;

CREATE INDEX legal_service_by_finish_by ON legal_service (finish_by) WHERE removed_at IS NULL;

CREATE INDEX legal_service_by_result__finish_by__handler__removed_at ON legal_service (result, finish_by, handler, removed_at) WHERE removed_at IS NULL;

CREATE INDEX legal_service_by_station ON legal_service (station) WHERE removed_at IS NULL AND station IS NOT NULL;

CREATE INDEX legal_service_by_client ON legal_service (client) WHERE removed_at IS NULL AND client IS NOT NULL;

CREATE VIRTUAL TABLE legal_service_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 63
CREATE TABLE publicity (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  held_on TEXT,
  topic TEXT,
  kind TEXT,
  village TEXT,
  venue TEXT,
  place_text TEXT,
  organiser TEXT,
  speaker TEXT,
  case_told TEXT,
  audience TEXT,
  people_count INTEGER,
  leaflet_count INTEGER,
  photos TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX publicity_id ON publicity (id);

CREATE INDEX publicity_key ON publicity (village, held_on, topic) WHERE removed_at IS NULL;

CREATE INDEX publicity_by_village__held_on ON publicity (village, held_on) WHERE removed_at IS NULL;

CREATE INDEX publicity_by_kind__held_on ON publicity (kind, held_on) WHERE removed_at IS NULL;

CREATE INDEX publicity_by_held_on ON publicity (held_on) WHERE removed_at IS NULL;

CREATE INDEX publicity_by_kind ON publicity (kind) WHERE removed_at IS NULL;

CREATE INDEX publicity_by_venue ON publicity (venue) WHERE removed_at IS NULL AND venue IS NOT NULL;

CREATE INDEX publicity_lacking_photos_by_kind ON publicity (kind, photos, removed_at) WHERE removed_at IS NULL AND photos IS NULL;

CREATE VIRTUAL TABLE publicity_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 64
CREATE TABLE honour (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  kind TEXT,
  level TEXT,
  village TEXT,
  awarded_on TEXT,
  issuer TEXT,
  doc_no TEXT,
  reviewed_on TEXT,
  review_on TEXT,
  head_name TEXT,
  state TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX honour_id ON honour (id);

CREATE INDEX honour_key ON honour (village, name, level, awarded_on) WHERE removed_at IS NULL;

CREATE INDEX honour_by_village__awarded_on ON honour (village, awarded_on) WHERE removed_at IS NULL;

CREATE INDEX honour_by_kind__awarded_on ON honour (kind, awarded_on) WHERE removed_at IS NULL;

CREATE INDEX honour_by_level__awarded_on ON honour (level, awarded_on) WHERE removed_at IS NULL;

CREATE INDEX honour_by_awarded_on ON honour (awarded_on) WHERE removed_at IS NULL;

CREATE INDEX honour_by_review_on ON honour (review_on) WHERE removed_at IS NULL;

CREATE INDEX honour_by_state__review_on__head_name__removed_at ON honour (state, review_on, head_name, removed_at) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE honour_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 51
CREATE TABLE social_org (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  reg_no TEXT,
  kind TEXT,
  service_fields TEXT,
  reg_org TEXT,
  supervisor TEXT,
  approve_date TEXT,
  fund_source TEXT,
  state TEXT,
  term_to TEXT,
  unit TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  domicile TEXT,
  legal_name TEXT,
  legal_name_py TEXT,
  legal_doc_type TEXT,
  legal_doc_no TEXT,
  legal_contact TEXT,
  security_name TEXT,
  security_contact TEXT,
  concern TEXT,
  foreign_bg INTEGER,
  has_party INTEGER,
  party_count INTEGER,
  has_union INTEGER,
  has_youth INTEGER,
  has_women INTEGER,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX social_org_id ON social_org (id);

CREATE INDEX social_org_key ON social_org (reg_no) WHERE removed_at IS NULL;

CREATE INDEX social_org_by_kind__name_py ON social_org (kind, name_py) WHERE removed_at IS NULL;

CREATE INDEX social_org_by_village__name_py ON social_org (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX social_org_by_state__name_py ON social_org (state, name_py) WHERE removed_at IS NULL;

CREATE INDEX social_org_by_name_py ON social_org (name_py) WHERE removed_at IS NULL;

CREATE INDEX social_org_by_approve_date ON social_org (approve_date) WHERE removed_at IS NULL;

CREATE INDEX social_org_by_term_to ON social_org (term_to) WHERE removed_at IS NULL;

CREATE INDEX social_org_by_name ON social_org (name) WHERE removed_at IS NULL;

CREATE INDEX social_org_by_state__term_to__legal_name__removed_at ON social_org (state, term_to, legal_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX social_org_by_unit ON social_org (unit) WHERE removed_at IS NULL AND unit IS NOT NULL;

CREATE INDEX social_org_by_grid ON social_org (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE social_org_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 52
CREATE TABLE social_org_year (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  org TEXT,
  year INTEGER,
  annual_check TEXT,
  project_count INTEGER,
  income INTEGER,
  bought INTEGER,
  spending INTEGER,
  staff_count INTEGER,
  member_count INTEGER,
  served_count INTEGER,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX social_org_year_id ON social_org_year (id);

CREATE INDEX social_org_year_key ON social_org_year (org, year) WHERE removed_at IS NULL;

CREATE INDEX social_org_year_by_year ON social_org_year (year) WHERE removed_at IS NULL;

-- Number 53
CREATE TABLE service_project (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  field TEXT,
  village TEXT,
  buyer TEXT,
  provider_name TEXT,
  provider TEXT,
  budget INTEGER,
  start_on TEXT,
  end_on TEXT,
  head_name TEXT,
  head_contact TEXT,
  target_people TEXT,
  worker_count INTEGER,
  volunteer_count INTEGER,
  case_count INTEGER,
  activity_count INTEGER,
  served_count INTEGER,
  state TEXT,
  grade TEXT,
  content TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX service_project_id ON service_project (id);

CREATE INDEX service_project_key ON service_project (name, village, start_on) WHERE removed_at IS NULL;

CREATE INDEX service_project_by_field__name ON service_project (field, name) WHERE removed_at IS NULL;

CREATE INDEX service_project_by_village__name ON service_project (village, name) WHERE removed_at IS NULL;

CREATE INDEX service_project_by_state__name ON service_project (state, name) WHERE removed_at IS NULL;

CREATE INDEX service_project_by_name ON service_project (name) WHERE removed_at IS NULL;

CREATE INDEX service_project_by_start_on ON service_project (start_on) WHERE removed_at IS NULL;

CREATE INDEX service_project_by_end_on ON service_project (end_on) WHERE removed_at IS NULL;

CREATE INDEX service_project_by_state__end_on__head_name__removed_at ON service_project (state, end_on, head_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX service_project_by_provider ON service_project (provider) WHERE removed_at IS NULL AND provider IS NOT NULL;

CREATE VIRTUAL TABLE service_project_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 54
CREATE TABLE chamber (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  kind TEXT,
  home TEXT,
  social_org TEXT,
  head_name TEXT,
  head_contact TEXT,
  secretary TEXT,
  member_count INTEGER,
  has_mediation INTEGER,
  founded_on TEXT,
  term_to TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX chamber_id ON chamber (id);

CREATE INDEX chamber_key ON chamber (name) WHERE removed_at IS NULL;

CREATE INDEX chamber_by_kind__name_py ON chamber (kind, name_py) WHERE removed_at IS NULL;

CREATE INDEX chamber_by_village__name_py ON chamber (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX chamber_by_name_py ON chamber (name_py) WHERE removed_at IS NULL;

CREATE INDEX chamber_by_term_to ON chamber (term_to) WHERE removed_at IS NULL;

CREATE INDEX chamber_by_term_to__head_name__removed_at ON chamber (term_to, head_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX chamber_by_social_org ON chamber (social_org) WHERE removed_at IS NULL AND social_org IS NOT NULL;

CREATE INDEX chamber_by_grid ON chamber (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE VIRTUAL TABLE chamber_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 55
CREATE TABLE chamber_item (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  item_no TEXT,
  name TEXT,
  heading TEXT,
  direction TEXT,
  points INTEGER,
  standard TEXT,
  valid_from TEXT,
  valid_to TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX chamber_item_id ON chamber_item (id);

CREATE INDEX chamber_item_key ON chamber_item (item_no) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE chamber_item_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 56
CREATE TABLE chamber_score (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  chamber TEXT,
  item TEXT,
  scored_on TEXT,
  points INTEGER,
  reason TEXT,
  reviewer TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX chamber_score_id ON chamber_score (id);

CREATE INDEX chamber_score_key ON chamber_score (chamber, item, scored_on, reason) WHERE removed_at IS NULL;

CREATE INDEX chamber_score_by_chamber__scored_on ON chamber_score (chamber, scored_on) WHERE removed_at IS NULL;

CREATE INDEX chamber_score_by_item__scored_on ON chamber_score (item, scored_on) WHERE removed_at IS NULL;

CREATE INDEX chamber_score_by_scored_on ON chamber_score (scored_on) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE chamber_score_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 57
CREATE TABLE chamber_review (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  chamber TEXT,
  year INTEGER,
  total INTEGER,
  place INTEGER,
  grade TEXT,
  reviewed_on TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX chamber_review_id ON chamber_review (id);

CREATE INDEX chamber_review_key ON chamber_review (chamber, year) WHERE removed_at IS NULL;

CREATE INDEX chamber_review_by_year ON chamber_review (year) WHERE removed_at IS NULL;

-- Number 58
CREATE TABLE partner_force (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  kind TEXT,
  village TEXT,
  grid TEXT,
  place_text TEXT,
  place TEXT,
  unit TEXT,
  social_org TEXT,
  head_name TEXT,
  head_contact TEXT,
  people_count INTEGER,
  serves TEXT,
  duties TEXT,
  joined_on TEXT,
  agreed_to TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX partner_force_id ON partner_force (id);

CREATE INDEX partner_force_key ON partner_force (name, village) WHERE removed_at IS NULL;

CREATE INDEX partner_force_by_kind__name_py ON partner_force (kind, name_py) WHERE removed_at IS NULL;

CREATE INDEX partner_force_by_village__name_py ON partner_force (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX partner_force_by_name_py ON partner_force (name_py) WHERE removed_at IS NULL;

CREATE INDEX partner_force_by_joined_on ON partner_force (joined_on) WHERE removed_at IS NULL;

CREATE INDEX partner_force_by_agreed_to ON partner_force (agreed_to) WHERE removed_at IS NULL;

CREATE INDEX partner_force_by_agreed_to__head_name__removed_at ON partner_force (agreed_to, head_name, removed_at) WHERE removed_at IS NULL;

CREATE INDEX partner_force_by_grid ON partner_force (grid) WHERE removed_at IS NULL AND grid IS NOT NULL;

CREATE INDEX partner_force_by_unit ON partner_force (unit) WHERE removed_at IS NULL AND unit IS NOT NULL;

CREATE INDEX partner_force_by_social_org ON partner_force (social_org) WHERE removed_at IS NULL AND social_org IS NOT NULL;

CREATE VIRTUAL TABLE partner_force_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 67
CREATE TABLE partner_report (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  force TEXT,
  counted_on TEXT,
  reported INTEGER,
  adopted INTEGER,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX partner_report_id ON partner_report (id);

CREATE INDEX partner_report_key ON partner_report (force, counted_on) WHERE removed_at IS NULL;

CREATE INDEX partner_report_by_counted_on ON partner_report (counted_on) WHERE removed_at IS NULL;

-- Number 59
CREATE TABLE volunteer (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  person TEXT,
  sex TEXT,
  birth_date TEXT,
  political TEXT,
  education TEXT,
  contact TEXT,
  village TEXT,
  hukou_kind TEXT,
  force TEXT,
  volunteer_no TEXT,
  skills TEXT,
  joined_on TEXT,
  hours INTEGER,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX volunteer_id ON volunteer (id);

CREATE INDEX volunteer_key ON volunteer (name, contact) WHERE removed_at IS NULL;

CREATE INDEX volunteer_by_village__name_py ON volunteer (village, name_py) WHERE removed_at IS NULL;

CREATE INDEX volunteer_by_force__name_py ON volunteer (force, name_py) WHERE removed_at IS NULL;

CREATE INDEX volunteer_by_name_py ON volunteer (name_py) WHERE removed_at IS NULL;

CREATE INDEX volunteer_by_joined_on ON volunteer (joined_on) WHERE removed_at IS NULL;

CREATE INDEX volunteer_by_person ON volunteer (person) WHERE removed_at IS NULL AND person IS NOT NULL;

CREATE VIRTUAL TABLE volunteer_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 1
CREATE TABLE division (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  code TEXT,
  name TEXT,
  name_py TEXT,
  level TEXT,
  parent TEXT,
  short_name TEXT,
  place TEXT,
  valid_from TEXT,
  valid_to TEXT,
  successor TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX division_id ON division (id);

CREATE INDEX division_key ON division (code) WHERE removed_at IS NULL;

CREATE INDEX division_by_parent__code ON division (parent, code) WHERE removed_at IS NULL;

CREATE INDEX division_by_name_py ON division (name_py) WHERE removed_at IS NULL;

CREATE INDEX division_by_name ON division (name) WHERE removed_at IS NULL;

CREATE INDEX division_by_successor ON division (successor) WHERE removed_at IS NULL AND successor IS NOT NULL;

CREATE VIRTUAL TABLE division_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 114
CREATE TABLE outside_indicator (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  month TEXT,
  village TEXT,
  kind TEXT,
  value INTEGER,
  unit TEXT,
  source_body TEXT,
  counted_on TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX outside_indicator_id ON outside_indicator (id);

CREATE INDEX outside_indicator_key ON outside_indicator (month, village, kind) WHERE removed_at IS NULL;

CREATE INDEX outside_indicator_by_kind__month ON outside_indicator (kind, month) WHERE removed_at IS NULL;

CREATE INDEX outside_indicator_by_village__month ON outside_indicator (village, month) WHERE removed_at IS NULL;

CREATE INDEX outside_indicator_by_month ON outside_indicator (month) WHERE removed_at IS NULL;

CREATE INDEX outside_indicator_by_counted_on ON outside_indicator (counted_on) WHERE removed_at IS NULL;

-- Number 235
CREATE TABLE cover_rule (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  heading TEXT,
  figure TEXT,
  basis TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX cover_rule_id ON cover_rule (id);

CREATE INDEX cover_rule_key ON cover_rule (heading, figure) WHERE removed_at IS NULL;

CREATE INDEX cover_rule_by_heading ON cover_rule (heading) WHERE removed_at IS NULL;

-- Number 65
CREATE TABLE document (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  title TEXT,
  doc_no TEXT,
  issuer TEXT,
  kind TEXT,
  topics TEXT,
  issued_on TEXT,
  valid_from TEXT,
  valid_to TEXT,
  state TEXT,
  replaces TEXT,
  keeper TEXT,
  summary TEXT,
  files TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX document_id ON document (id);

CREATE INDEX document_key ON document (title, issuer, issued_on) WHERE removed_at IS NULL;

CREATE INDEX document_by_kind__issued_on ON document (kind, issued_on) WHERE removed_at IS NULL;

CREATE INDEX document_by_state__issued_on ON document (state, issued_on) WHERE removed_at IS NULL;

CREATE INDEX document_by_title ON document (title) WHERE removed_at IS NULL;

CREATE INDEX document_by_issued_on ON document (issued_on) WHERE removed_at IS NULL;

CREATE INDEX document_by_valid_to ON document (valid_to) WHERE removed_at IS NULL;

CREATE INDEX document_by_doc_no ON document (doc_no) WHERE removed_at IS NULL;

CREATE INDEX document_by_state__valid_to__keeper__removed_at ON document (state, valid_to, keeper, removed_at) WHERE removed_at IS NULL;

CREATE INDEX document_by_replaces ON document (replaces) WHERE removed_at IS NULL AND replaces IS NOT NULL;

CREATE VIRTUAL TABLE document_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 66
CREATE TABLE legal_basis (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  law TEXT,
  article TEXT,
  level TEXT,
  categories TEXT,
  content TEXT,
  penalty TEXT,
  enforcer TEXT,
  valid_from TEXT,
  valid_to TEXT,
  state TEXT,
  document TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX legal_basis_id ON legal_basis (id);

CREATE INDEX legal_basis_key ON legal_basis (law, article) WHERE removed_at IS NULL;

CREATE INDEX legal_basis_by_level__law ON legal_basis (level, law) WHERE removed_at IS NULL;

CREATE INDEX legal_basis_by_law ON legal_basis (law) WHERE removed_at IS NULL;

CREATE INDEX legal_basis_by_document ON legal_basis (document) WHERE removed_at IS NULL AND document IS NOT NULL;

CREATE VIRTUAL TABLE legal_basis_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);

-- Number 130
CREATE TABLE form_template (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  batch TEXT,
  twin_of TEXT,
  name TEXT,
  name_py TEXT,
  ledger TEXT,
  kind TEXT,
  issuer TEXT,
  frequency TEXT,
  file TEXT,
  mapping TEXT,
  remark TEXT,
  extra TEXT
) STRICT;

CREATE UNIQUE INDEX form_template_id ON form_template (id);

CREATE INDEX form_template_key ON form_template (name, ledger) WHERE removed_at IS NULL;

CREATE INDEX form_template_by_name_py ON form_template (name_py) WHERE removed_at IS NULL;

CREATE INDEX form_template_by_ledger ON form_template (ledger) WHERE removed_at IS NULL;

CREATE INDEX form_template_by_kind ON form_template (kind) WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE form_template_words USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"
);
