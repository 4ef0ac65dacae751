import requests
r = requests.get("https://example.com", timeout=5)
print(r, r.status_code, r.ok, r.text, r.json(), r.content, r.url, r.reason, r.headers["Content-Type"])
r.raise_for_status()
with requests.Session() as s:
    print(s.get("https://example.com/s").text, s.post("https://example.com/p", data={}).text)
print(requests.post("https://x.example", json={}).text, issubclass(requests.RequestException, OSError))
