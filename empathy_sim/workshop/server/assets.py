"""Files that pages ask for."""One of a few files by its name; there is no folder to look into."""
    name = request.match_info["name"]
    if name in _OURS:
        body, kind = _ours(name), _OURS[name]
    elif name in _TERMINALS:
        path, kind = _TERMINALS[name]
        body = _terminals(path)
    else:
        raise web.HTTPNotFound
    headers = {"Cache-Control": _AN_HOUR}
    return web.Response(body=body, content_type=kind, headers=headers)
