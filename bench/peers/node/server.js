// The peer of the live channel: Node and `ws`, bare. No accounts, no rules, no ledger, nothing to resume from.
//
// `node server.js <port> [<PostgreSQL socket folder> <database>]`. A socket opened at `/?group=<name>` hears what is told to its group.
// `POST /tell` with [[text, [group, …]], …] sends each text to those groups, in order; `POST /commit` inserts one row, commits,
// answers, and sends the text to everybody. Both answer 204.
"use strict";

const http = require("node:http");
const { Pool } = require("pg");
const { WebSocketServer } = require("ws");

const [port, host, database] = process.argv.slice(2);
const pool = host && new Pool({ host, database, user: "liaison_owner", max: 4 });
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false });
const groups = new Map();
const INSERT = { name: "act", text: "insert into bare_acts (exhibit, who, at, why) values ($1, $2, now(), $3)" };

function enter(socket, group) {
  const members = groups.get(group) ?? new Set();
  groups.set(group, members.add(socket));
  socket.on("close", () => members.delete(socket));
  socket.send('{"type":"welcome"}');
}

function tell(text, names) {
  const bytes = Buffer.from(text); // made once, framed by `ws` for each
  for (const name of names) {
    for (const socket of groups.get(name) ?? []) socket.send(bytes, { binary: false });
  }
}

async function body(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

const server = http.createServer(async (request, response) => {
  const said = await body(request);
  if (request.url === "/commit") {
    await pool.query({ ...INSERT, values: said.row });
    response.writeHead(204).end();
    tell(said.text, groups.keys());
  } else {
    response.writeHead(204).end();
    for (const [text, names] of said) tell(text, names);
  }
});

server.on("upgrade", (request, socket, head) => {
  const group = new URL(request.url, "http://localhost").searchParams.get("group");
  sockets.handleUpgrade(request, socket, head, (opened) => enter(opened, group));
});

server.keepAliveTimeout = 0; // a round of the other one may take longer than the five seconds that it is by default
server.listen(Number(port), "127.0.0.1");
