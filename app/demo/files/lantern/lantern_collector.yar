rule lantern_collector
{
    meta:
        source = "JIT Lantern, NL/MA/7"
        sample = "d1811ee0efb765a580395eaabd00c742966099643b3d4e826de21a389efc19dc"
    strings:
        $host = "up.lantern.example" ascii wide
        $head = "X-Seller: 000" ascii
    condition:
        uint16(0) == 0x5A4D and filesize < 400KB and all of them
}
