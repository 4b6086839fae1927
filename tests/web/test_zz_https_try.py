from tests.pages import Browser
def test_https(public, harbourside):
    c=public.client
    r=c.get(f"/asset/{harbourside['choir']}", base_url="https://localhost")
    import re
    t=re.search(r'name="csrf_token" value="([^"]+)"', r.get_data(as_text=True))[1]
    a=c.post("/shortlist/add", data={"csrf_token":t,"id":harbourside["choir"],"back":"/"}, base_url="https://localhost")
    print("STATUS", a.status_code, re.search(r"<p>(.*?)</p>", a.get_data(as_text=True)))
    assert a.status_code==302
